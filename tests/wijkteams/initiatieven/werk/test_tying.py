"""What an initiative came from and what came of it, said by the team on its screen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from nieuws.models import NieuwsIndexPage
from tests.counting import count_queries
from tests.factories import initiatieven as make
from tests.factories import lid, news
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.draden import tying
from wijkteams.draden.services import bind
from wijkteams.draden.showing import chain_of
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage
from wijkteams.models import Draad, Wijk
from wijkteams.roles import Rol
from wijkteams.signalen.models import SignaalthemaPage, SignalenIndexPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return make.initiatief(haven)


def _theme(wijk: Wijk, title: str = "Geen winkel meer") -> SignaalthemaPage:
    index = SignalenIndexPage.objects.get(wijk=wijk)
    page = SignaalthemaPage(title=title, locale=index.locale)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def _page(initiatief: Initiatief) -> InitiatiefPage:
    return InitiatiefPage.objects.get(translation_key=initiatief.translation_key)


def _url(name: str, initiatief: Initiatief, *more: Any) -> str:
    return reverse(f"initiatieven:{name}", args=[initiatief.pk, *more])


def _choices(client: Client, initiatief: Initiatief) -> dict[str, str]:
    """By title, what can be chosen on the screen."""
    parts = client.get(_url("een", initiatief)).context["parts"]
    [part] = [one for one in parts if one.template.endswith("een_draad.html")]
    groups = part.context["form"].fields["wat"].choices[1:]
    return {title: value for _label, some in groups for value, title in some}


def _titles(initiatief: Initiatief) -> list[str]:
    return [step.title for step in chain_of(_page(initiatief))]


def test_a_theme_comes_before_it_and_news_after(
    as_joris: Client, haven: Wijk, haven_news: NieuwsIndexPage, bus: Initiatief
) -> None:
    _theme(haven)
    news(haven_news, title="De bus rijdt")
    for title in ("De bus rijdt", "Geen winkel meer"):
        sent = {"wat": _choices(as_joris, bus)[title]}
        assert as_joris.post(_url("draad", bus), sent).status_code == 302
    assert _titles(bus) == ["Geen winkel meer", "Boodschappenbus", "De bus rijdt"]
    shown = as_joris.get(_url("een", bus)).content.decode()
    assert shown.index("Haal Geen winkel meer weg") < shown.index("Haal De bus rijdt weg")
    assert _choices(as_joris, bus) == {}


def test_the_public_page_shows_it_at_once(
    as_joris: Client, client: Client, haven: Wijk, bus: Initiatief
) -> None:
    _theme(haven)
    address = str(_page(bus).url)
    assert "Geen winkel meer" not in client.get(address).text
    as_joris.post(_url("draad", bus), {"wat": _choices(as_joris, bus)["Geen winkel meer"]})
    assert "Geen winkel meer" in client.get(address).text
    as_joris.post(_url("draad_weg", bus, Draad.objects.get().pk))
    assert "Geen winkel meer" not in client.get(address).text


def test_only_pages_of_the_own_ward_that_are_on_the_site(
    as_joris: Client, haven: Wijk, sluis: Wijk, bus: Initiatief
) -> None:
    _theme(haven, "Op de site")
    _theme(haven, "Eraf").unpublish()
    strange = _theme(sluis, "Van een ander")
    assert list(_choices(as_joris, bus)) == ["Op de site"]
    value = f"{strange.content_type_id}:{strange.translation_key}"
    for wrong in (value, "", "1:2", "x"):
        answer = as_joris.post(_url("draad", bus), {"wat": wrong})
        assert answer.status_code == 422
        assert answer.context["draad_form"].errors["wat"][0] in answer.content.decode()
    assert not Draad.objects.exists()


def test_an_activity_comes_of_it_once(as_joris: Client, haven: Wijk, bus: Initiatief) -> None:
    url = _url("maak_ervan", bus, "activiteit")
    first, second = as_joris.post(url), as_joris.post(url)
    draft = ActiviteitPage.objects.get(title="Boodschappenbus")
    edit = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert [first["Location"], second["Location"]] == [edit, edit]
    assert edit in as_joris.get(_url("een", bus)).content.decode()
    draft.save_revision().publish()
    assert [step.label for step in chain_of(_page(bus))] == ["Initiatief", "Activiteit"]
    assert as_joris.post(_url("maak_ervan", bus, "initiatief")).status_code == 404


def test_a_draft_of_another_ward_is_not_named(
    as_joris: Client, sluis: Wijk, bus: Initiatief
) -> None:
    hidden = _theme(sluis, "Nog geheim")
    hidden.unpublish()
    bind(hidden, _page(bus))
    assert "Nog geheim" not in as_joris.get(_url("een", bus)).content.decode()


def test_who_may_only_look_sees_what_all_may_read(
    client: Client, haven: Wijk, bus: Initiatief
) -> None:
    moderator = lid("mo@sluisdam.example", Rol.MODERATOR, haven)
    open_one, hidden = _theme(haven), _theme(haven, "Nog een concept")
    hidden.unpublish()
    bind(open_one, _page(bus))
    bind(hidden, _page(bus))
    assert [tie.page.title for tie in tying.ties_of(_page(bus), drafts_of=None)] == [
        "Geen winkel meer"
    ]
    client.force_login(moderator)
    shown = client.get(_url("een", bus)).content.decode()
    assert "Geen winkel meer" in shown
    assert "Nog een concept" not in shown
    assert _url("draad", bus) not in shown
    for name, more in (("draad", ()), ("draad_weg", (1,)), ("maak_ervan", ("activiteit",))):
        assert client.post(_url(name, bus, *more)).status_code in {302, 403}
    assert Draad.objects.count() == 2


def test_a_thread_of_another_is_not_taken_away(
    as_joris: Client, haven: Wijk, bus: Initiatief
) -> None:
    other = bind(_theme(haven), _page(make.initiatief(haven, title="Een ander")))
    assert as_joris.post(_url("draad_weg", bus, other.pk)).status_code == 404
    assert Draad.objects.filter(pk=other.pk).exists()


def test_who_reads_a_theme_tells_their_idea_in_its_ward(client: Client, haven: Wijk) -> None:
    address, theme = "/idee/?wijk=havenkwartier", str(_theme(haven).url)
    assert f'href="{address}"' in client.get(theme).text
    assert client.get(address).status_code == 200
    haven.status = Wijk.Status.GESTOPT
    haven.save()
    assert address not in client.get(theme).text


def test_the_screen_asks_as_much_for_many_ties_as_for_one(
    as_joris: Client, haven: Wijk, bus: Initiatief
) -> None:
    bind(_theme(haven, "Eerst"), _page(bus))
    _theme(haven, "Nog te kiezen")
    screen = _url("een", bus)
    as_joris.get(screen)
    few = count_queries(lambda: as_joris.get(screen))
    for number in range(4):
        bind(_theme(haven, f"Thema {number}"), _page(bus))
    assert count_queries(lambda: as_joris.get(screen)) == few
    assert "Haal Thema 3 weg" in as_joris.get(screen).content.decode()
