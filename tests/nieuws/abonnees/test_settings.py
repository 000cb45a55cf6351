"""What a team decides once, and its lists."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from nieuws.abonnees.forms import AbonneeForm, AfmeldForm, NaamForm
from nieuws.abonnees.importing.forms import InleesForm
from nieuws.abonnees.lijst_screens import LijstViewSet
from nieuws.abonnees.settings_screens import InstellingenForm
from nieuws.models import Abonnee, Lijst, NieuwsbriefInstellingen
from tests.factories.nieuws import reader
from tests.test_help_texts import city_user, silent
from wijkteams.models import Thema, Wijk

pytestmark = pytest.mark.django_db
URL = "/beheer/nieuwsbrief/instellingen/"
LISTS = "/beheer/lijst/"


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "sender_name": "Wijkteam Havenkwartier",
        "reply_to": "team@haven.example",
        "colofon": "Kadehuis, Kade 12",
        "ritme": "twee_weken",
        "weekdag": "4",
        **changes,
    }


def test_who_has_one_ward_comes_at_its_settings_at_once(haven: Wijk, as_joris: Client) -> None:
    assert as_joris.get(URL)["Location"] == f"{URL}{haven.pk}/"


def test_settings_are_kept_and_changed(haven: Wijk, as_joris: Client) -> None:
    as_joris.post(f"{URL}{haven.pk}/", typed())
    as_joris.post(f"{URL}{haven.pk}/", typed(ritme="maand", count_clicks="on"))
    row = NieuwsbriefInstellingen.objects.get()
    assert (row.wijk, row.ritme, row.count_clicks) == (haven, "maand", True)
    assert row.sender_name == "Wijkteam Havenkwartier"


def test_city_has_settings_of_its_own_and_those_of_every_ward(
    haven: Wijk, sluis: Wijk, as_bea: Client
) -> None:
    html = as_bea.get(URL).content.decode()
    assert f"{URL}0/" in html
    assert "Oude Sluis" in html
    as_bea.post(f"{URL}0/", typed(sender_name="Sluisdam"))
    assert NieuwsbriefInstellingen.objects.get().wijk is None


@pytest.mark.parametrize("asked", ["oude", "niets", "%00", "'"])
def test_city_searches_a_ward_by_name(haven: Wijk, sluis: Wijk, as_bea: Client, asked: str) -> None:
    html = as_bea.get(f"{URL}?q={asked}").content.decode()
    assert ("Oude Sluis" in html) == (asked in {"oude", "%00"})


def test_city_settings_are_not_for_a_ward(as_joris: Client) -> None:
    assert as_joris.get(f"{URL}0/").status_code in {302, 403}
    as_joris.post(f"{URL}0/", typed())
    assert not NieuwsbriefInstellingen.objects.exists()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("reply_to", "geen", "geldig e-mailadres"),
        ("reply_to", "a@b.example\nBcc: x@y.example", "geldig e-mailadres"),
        ("reply_to", "no-reply@b.example", "Bewoners schrijven terug"),
        ("sender_name", "team@b.example", "Vul hier een naam in"),
        ("ritme", "elk_uur", "geldige keuze"),
    ],
)
def test_mistakes_are_named(
    haven: Wijk, as_joris: Client, field: str, value: str, words: str
) -> None:
    html = as_joris.post(f"{URL}{haven.pk}/", typed(**{field: value})).content.decode()
    assert words in html
    assert "Kade 12" in html
    assert not NieuwsbriefInstellingen.objects.exists()


def test_no_header_can_be_added_by_the_name_of_the_sender(haven: Wijk, as_joris: Client) -> None:
    as_joris.post(f"{URL}{haven.pk}/", typed(sender_name="Team\r\nBcc: iedereen"))
    assert NieuwsbriefInstellingen.objects.get().sender_name == "Team Bcc: iedereen"


# --- lists ----------------------------------------------------------------------------------------
def new(wijk: Wijk, **changes: Any) -> dict[str, Any]:
    return {"wijk": wijk.pk, "title": "Groen in de haven", "is_open": "on", **changes}


def test_a_list_about_a_theme_gets_a_code_by_itself(haven: Wijk, as_joris: Client) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    as_joris.post(f"{LISTS}new/", new(haven, thema=groen.pk))
    row = Lijst.objects.get(thema=groen)
    assert (row.wijk, row.code, row.is_open) == (haven, "havenkwartier-groen", True)


def test_a_list_is_not_made_twice(haven: Wijk, as_joris: Client) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    for thema in ("", groen.pk, groen.pk):
        html = as_joris.post(f"{LISTS}new/", new(haven, thema=thema), follow=True).content.decode()
    assert "Deze lijst is er al" in html
    assert Lijst.objects.filter(wijk=haven).count() == 2


def test_a_theme_of_another_ward_cannot_be_chosen(
    haven: Wijk, sluis: Wijk, as_joris: Client
) -> None:
    theirs = Thema.objects.create(name="Sluizen", slug="sluizen", wijk=sluis)
    assert "Sluizen" not in as_joris.get(f"{LISTS}new/").content.decode()
    as_joris.post(f"{LISTS}new/", new(haven, thema=theirs.pk))
    as_joris.post(f"{LISTS}new/", new(sluis))
    assert Lijst.objects.filter(wijk__in=[haven, sluis]).count() == 2


def test_words_change_and_the_code_never(lijst: Lijst, haven: Wijk, as_joris: Client) -> None:
    as_joris.post(f"{LISTS}edit/{lijst.pk}/", new(haven, title="De Kadekrant", is_open=""))
    row = Lijst.objects.get(pk=lijst.pk)
    assert (row.title, row.is_open, row.code) == ("De Kadekrant", False, lijst.code)


def test_no_list_is_thrown_away(lijst: Lijst, as_bea: Client) -> None:
    assert as_bea.post(f"{LISTS}delete/{lijst.pk}/").status_code == 404


def test_each_list_says_how_many_read_it(lijst: Lijst, as_joris: Client) -> None:
    for n in range(2):
        reader(lijst, f"l{n}@b.example")
    reader(lijst, "wacht@b.example", "onbevestigd")
    reader(lijst, "terug@b.example", stand=Abonnee.Stand.GESCHORST)
    html = as_joris.get(LISTS).content.decode()
    assert f'?lijst={lijst.pk}">2</a>' in html


def test_fields_of_these_forms_explain_themselves(haven: Wijk) -> None:
    user = city_user()
    forms = [AbonneeForm(user=user), InleesForm(user=user), InstellingenForm(), NaamForm()]
    forms += [AfmeldForm(), LijstViewSet().get_form_class()(for_user=user)]
    for form in forms:
        assert silent(form) == set(), type(form).__name__
