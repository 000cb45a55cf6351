"""The team's screens of partners, and what residents see of them (requirement W6)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.factories.signalen import partner
from wijkteams.models import Organisatie, Wijk, WijkteamPage
from wijkteams.organisaties.choosing import shown_in
from wijkteams.organisaties.link import link_of

pytestmark = pytest.mark.django_db


def _sent(wijk: Wijk | None, **more: object) -> dict[str, object]:
    base = {"wijk": wijk.pk if wijk else "", "name": "De Sluis", "soort": "school"}
    return {**base, "is_openbaar": "on", "is_actief": "on", **more}


def _team_page(wijk: Wijk, client: Client) -> str:
    page = WijkteamPage.objects.get(wijk=wijk, locale__language_code="nl", alias_of=None)
    return client.get(page.url).text


def test_a_ward_keeps_its_own_partners(as_fatma: Client, as_joris: Client, sluis: Wijk) -> None:
    made = as_fatma.post(reverse("organisatie:add"), _sent(sluis, website="desluis.example"))
    assert made.status_code == 302
    row = Organisatie.objects.get()
    assert (row.website, row.nagekeken_op is not None) == ("https://desluis.example", True)
    assert as_fatma.get(reverse("organisatie:edit", args=[row.pk])).status_code == 200
    for screen in ("edit", "delete", "link"):
        assert as_joris.get(reverse(f"organisatie:{screen}", args=[row.pk])).status_code != 200
    assert "De Sluis" not in as_joris.get(reverse("organisatie:index")).text


def test_those_of_the_city_are_named_and_locked(as_fatma: Client) -> None:
    city = partner(name="Gemeente Sluisdam")
    assert "Gemeente Sluisdam" in as_fatma.get(reverse("organisatie:index")).text
    assert as_fatma.get(reverse("organisatie:edit", args=[city.pk])).status_code != 200


def test_a_ward_puts_nobody_on_the_page_of_another(
    as_fatma: Client, sluis: Wijk, haven: Wijk
) -> None:
    as_fatma.post(reverse("organisatie:add"), _sent(sluis, wijken=[haven.pk]))
    assert not Organisatie.objects.get().wijken.exists()


def test_the_list_and_its_search_know_nothing_of_contacts(as_fatma: Client, sluis: Wijk) -> None:
    partner(sluis, contact_name="Ria Geheim", contact_email="ria@geheim.example")
    shown = as_fatma.get(reverse("organisatie:index")).text
    assert "Woongoed Sluis" in shown
    assert "eheim" not in shown
    found = as_fatma.get(reverse("organisatie:index"), {"q": "geheim.example"}).text
    assert "Woongoed Sluis" not in found


def test_residents_see_who_works_in_their_ward_and_no_contact(
    client: Client, haven: Wijk, sluis: Wijk
) -> None:
    partner(haven, name="Alleen haven", wat="<b>Wij</b> helpen.", contact_name="Ria Geheim")
    partner(sluis, name="Alleen sluis")
    partner(name="Overal", contact_email="x@geheim.example")
    partner(haven, name="Niet tonen", is_openbaar=False)
    partner(haven, name="Uit gebruik", is_actief=False)
    both = partner(name="Gekozen")
    both.wijken.set([haven])
    shown = _team_page(haven, client)
    assert "Met wie wij samenwerken" in shown
    assert all(name in shown for name in ("Alleen haven", "Overal", "Gekozen", "&lt;b&gt;Wij"))
    hidden = ("Alleen sluis", "Niet tonen", "Uit gebruik", "eheim")
    assert not any(name in shown for name in hidden)
    assert "Gekozen" not in _team_page(sluis, client)


def test_the_list_of_residents_is_one_query(
    haven: Wijk,
    django_assert_num_queries: object,
) -> None:
    for number in range(6):
        partner(haven, name=f"Partner {number}").wijken.set([haven])
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert len([str(one.get_soort_display()) for one in shown_in(haven.pk)]) == 6


def test_the_link_is_mailed_by_a_post_only(as_fatma: Client, sluis: Wijk) -> None:
    row = partner(sluis)
    address = reverse("organisatie:link", args=[row.pk])
    assert "wijk@woongoed.example" in as_fatma.get(address).text
    assert not mail.outbox
    as_fatma.post(address)
    assert mail.outbox[0].to == ["wijk@woongoed.example"]
    assert link_of(row) in mail.outbox[0].body
    assert ModelLogEntry.objects.filter(action="wijkteams.organisatie.link").count() == 1
    silent = partner(sluis, name="Zonder mail", contact_email="")
    assert "geen e-mailadres" in as_fatma.get(reverse("organisatie:link", args=[silent.pk])).text
    as_fatma.post(reverse("organisatie:link", args=[silent.pk]))
    assert len(mail.outbox) == 1


def test_another_contact_typed_by_the_team_ends_the_old_link(as_fatma: Client, sluis: Wijk) -> None:
    row = partner(sluis)
    edit = reverse("organisatie:edit", args=[row.pk])
    same = _sent(sluis, contact_email="WIJK@woongoed.example")
    as_fatma.post(edit, same)
    assert Organisatie.objects.get().code == row.code
    as_fatma.post(edit, same | {"contact_email": "nieuw@woongoed.example"})
    assert Organisatie.objects.get().code != row.code


def test_the_screen_is_called_as_in_the_menu(as_fatma: Client) -> None:
    assert as_fatma.get(reverse("organisatie:index")).context["page_title"] == "Partners"
