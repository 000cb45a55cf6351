"""The screen of one signal, and what is done there."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.moderatie.models import Besluit
from wijkteams.signalen import services
from wijkteams.signalen.models import (
    Klasse,
    Medemelder,
    Openbaarheid,
    Raadpleging,
    Signaal,
    Staat,
)
from wijkteams.signalen.werk.actions import register_action
from wijkteams.signalen.werk.parts import register_part

pytestmark = pytest.mark.django_db


def _url(name: str, signaal: Signaal, *more: int) -> str:
    return reverse(f"signalen:{name}", args=[signaal.pk, *more])


def _step(signaal: Signaal, **sent: str) -> dict[str, str]:
    return {"naar": signaal.staat, "openbare_zin": "", "interne_notitie": "", **sent} | {
        "seen": sent.get("seen", str(signaal.stap))
    }


def test_contact_is_for_who_has_the_right_to_it(
    as_ans: Client, as_joris: Client, sluis: Wijk, haven: Wijk
) -> None:
    for client, wijk, sees in ((as_ans, sluis, True), (as_joris, haven, False)):
        signaal = make.signal(wijk, email="jan@bewoner.example")
        page = client.get(_url("een", signaal)).content.decode()
        assert ("jan@bewoner.example" in page) is sees
        assert ("Jan Bakker" in page) is sees


def test_a_step_is_written_and_leads_back(as_joris: Client, joris: User, haven: Wijk) -> None:
    signaal = make.signal(haven)
    sent = _step(signaal, naar=Staat.OPGEPAKT, openbare_zin="Wij bellen.", interne_notitie="Piet")
    response = as_joris.post(_url("stap", signaal), sent)
    assert response.status_code == 302
    made = signaal.opvolgingen.latest("pk")
    assert (made.naar, made.openbare_zin, made.interne_notitie, made.door) == (
        Staat.OPGEPAKT,
        "Wij bellen.",
        "Piet",
        joris,
    )


def test_who_is_second_sees_what_the_other_did_and_keeps_what_was_typed(
    as_joris: Client, haven: Wijk
) -> None:
    signaal = make.signal(haven)
    old = _step(signaal, naar=Staat.OPGEPAKT, openbare_zin="Dit typte ik.")
    services.step(signaal.pk, Staat.BEKEKEN, openbare_zin="Wij gaan kijken.")

    response = as_joris.post(_url("stap", signaal), old)

    page = response.content.decode()
    assert response.status_code == 409
    assert "Wij gaan kijken." in page
    assert "Dit typte ik." in page
    signaal.refresh_from_db()
    assert signaal.staat == Staat.BEKEKEN
    again = {**old, "seen": response.context["stap_form"]["seen"].value()}
    assert as_joris.post(_url("stap", signaal), again).status_code == 302


@pytest.mark.parametrize(
    "sent",
    [
        {},  # nothing
        {"naar": Staat.GEEN_ACTIE},  # without a reason
        {"naar": Staat.HEROPEND, "openbare_zin": "x"},  # no move from here
        {"naar": "raar"},
        {"interne_notitie": "BSN 111222333"},
        {"openbare_zin": "x" * 601},
        {"interne_notitie": "x", "seen": "veel"},
    ],
)
def test_a_step_that_cannot_be_is_refused_in_words(
    as_joris: Client, haven: Wijk, sent: dict[str, str]
) -> None:
    signaal = make.signal(haven)
    response = as_joris.post(_url("stap", signaal), _step(signaal, **sent))
    assert response.status_code == 422
    assert signaal.opvolgingen.count() == 1


def test_only_confidential_ones_write_who_looked(as_ans: Client, ans: User, sluis: Wijk) -> None:
    as_ans.get(_url("een", make.signal(sluis)))
    assert not Raadpleging.objects.exists()
    hidden = make.confidential(sluis)
    as_ans.get(_url("een", hidden))
    as_ans.get(_url("een", hidden))
    assert [(look.signaal, look.door) for look in Raadpleging.objects.all()] == [(hidden, ans)]


@pytest.mark.parametrize("name", ["een", "stap", "regelen", "soort", "site", "los", "mee", "tekst"])
def test_a_confidential_one_is_not_there_for_others(
    as_joris: Client, haven: Wijk, name: str
) -> None:
    hidden = make.confidential(haven)
    ask = as_joris.get if name in ("een", "tekst") else as_joris.post
    assert ask(_url(name, hidden)).status_code == 404
    assert not Raadpleging.objects.exists()


def test_another_ward_is_refused(as_joris: Client, sluis: Wijk) -> None:
    theirs = make.signal(sluis)
    assert as_joris.get(_url("een", theirs)).status_code != 200
    as_joris.post(_url("stap", theirs), _step(theirs, interne_notitie="hallo"))
    assert theirs.opvolgingen.count() == 1


def test_closing_a_confidential_one_asks_a_second_volunteer(
    as_ans: Client, as_fatma: Client, sluis: Wijk
) -> None:
    signaal = make.confidential(sluis)
    sent = _step(signaal, naar=Staat.OPGELOST, openbare_zin="Er is hulp.")
    as_ans.post(_url("stap", signaal), sent)
    waits = signaal.opvolgingen.get(wacht_op_tweede=True)
    confirm = _url("tweede", signaal, waits.pk)
    as_ans.post(confirm, {"ja": ""})
    signaal.refresh_from_db()
    assert signaal.staat == Staat.NIEUW
    as_fatma.post(confirm, {"ja": ""})
    signaal.refresh_from_db()
    assert signaal.staat == Staat.OPGELOST


def test_the_second_may_say_no(as_ans: Client, as_fatma: Client, sluis: Wijk) -> None:
    signaal = make.confidential(sluis)
    waits = services.step(signaal.pk, Staat.OPGELOST, door=None, openbare_zin="Er is hulp.")
    as_fatma.post(_url("tweede", signaal, waits.pk), {"nee": "", "waarom": "Zij belde weer."})
    signaal.refresh_from_db()
    assert signaal.staat == Staat.NIEUW
    assert not signaal.opvolgingen.filter(wacht_op_tweede=True).exists()
    assert "Zij belde weer." in signaal.opvolgingen.latest("pk").interne_notitie


def test_the_step_of_another_signal_cannot_be_confirmed_here(as_fatma: Client, sluis: Wijk) -> None:
    one, two = make.confidential(sluis), make.confidential(sluis)
    waits = services.step(one.pk, Staat.OPGELOST, openbare_zin="Er is hulp.")
    assert as_fatma.post(_url("tweede", two, waits.pk)).status_code == 404


def test_off_the_site_needs_a_reason_that_who_told_it_reads(as_joris: Client, haven: Wijk) -> None:
    signaal = make.signal(haven)
    assert as_joris.post(_url("site", signaal), {"reden": ""}).status_code == 422
    assert as_joris.post(_url("site", signaal), {"reden": "x", "grond": "y"}).status_code == 422
    as_joris.post(_url("site", signaal), {"reden": "Er staat een naam in.", "grond": "privacy"})
    signaal.refresh_from_db()
    assert signaal.openbaarheid == Openbaarheid.VERBORGEN
    assert "Er staat een naam in." in signaal.opvolgingen.latest("pk").openbare_zin
    as_joris.post(_url("site", signaal), {"toon": ""})
    signaal.refresh_from_db()
    assert signaal.is_openbaar


def test_who_left_an_address_gets_the_reasons_and_may_ask_to_look_again(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    signaal = make.signal(haven, email="jan@bewoner.example")
    as_joris.post(_url("site", signaal), {"reden": "Er staat een naam in.", "grond": "privacy"})
    besluit = Besluit.objects.get()
    assert (besluit.actie, besluit.grond, besluit.door) == ("weg", "privacy", joris)
    assert (besluit.uitleg, besluit.onderwerp) == ("Er staat een naam in.", signaal.titel)
    assert signaal.opvolgingen.latest("pk").openbare_zin == ""


def test_a_confidential_one_never_comes_on_the_site(as_ans: Client, sluis: Wijk) -> None:
    signaal = make.confidential(sluis)
    as_ans.post(_url("site", signaal), {"toon": ""})
    signaal.refresh_from_db()
    assert signaal.openbaarheid == Openbaarheid.VERBORGEN


def test_the_class_is_never_more_open_than_the_category(as_ans: Client, sluis: Wijk) -> None:
    signaal = make.confidential(sluis)
    sent = {"categorie": signaal.categorie_id, "klasse": Klasse.OPENBAAR}
    assert as_ans.post(_url("soort", signaal), sent).status_code == 422
    sent = {"categorie": make.category().pk, "klasse": Klasse.BEPERKT}
    assert as_ans.post(_url("soort", signaal), sent).status_code == 302
    signaal.refresh_from_db()
    assert signaal.klasse == Klasse.BEPERKT


def test_who_makes_it_confidential_may_lose_sight_of_it(as_joris: Client, haven: Wijk) -> None:
    signaal = make.signal(haven)
    sent = {"categorie": signaal.categorie_id, "klasse": Klasse.VERTROUWELIJK}
    response = as_joris.post(_url("soort", signaal), sent)
    assert response["Location"] == reverse("signalen:index")
    signaal.refresh_from_db()
    assert not signaal.is_openbaar


def test_agreements_are_kept_and_strangers_cannot_be_chosen(
    as_joris: Client, joris: User, fatma: User, haven: Wijk
) -> None:
    signaal = make.signal(haven)
    sent = {"toegewezen_aan": joris.pk, "herinnering_op": "2031-02-03"}
    as_joris.post(_url("regelen", signaal), sent)
    signaal.refresh_from_db()
    assert signaal.toegewezen_aan == joris
    assert str(signaal.herinnering_op) == "2031-02-03"
    assert as_joris.post(_url("regelen", signaal), {"toegewezen_aan": fatma.pk}).status_code == 422
    assert as_joris.post(_url("regelen", signaal), {"herinnering_op": "ooit"}).status_code == 422


def test_one_more_who_has_it_too(as_joris: Client, haven: Wijk) -> None:
    signaal = make.signal(haven)
    as_joris.post(_url("mee", signaal))
    as_joris.post(_url("mee", signaal))
    signaal.refresh_from_db()
    assert signaal.aantal_mee == Medemelder.objects.count() == 2


def test_rooms_add_buttons_and_parts(
    as_joris: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkteams.signalen.werk import actions, parts

    monkeypatch.setattr(actions, "_actions", {})
    monkeypatch.setattr(parts, "_parts", {})
    register_action("a", "Doe dit", "signalen:een", "signaal.change")
    register_action("b", "Nooit", "signalen:een", "signaal.change", shown=lambda signaal: False)
    register_action("c", "Mag niet", "signalen:een", "signaal.contact")
    register_part("signalen/beheer/fouten.html", lambda request, signaal: {"part_word": 1})
    page = as_joris.get(_url("een", make.signal(haven)))
    assert [button.label for button in page.context["buttons"]] == ["Doe dit"]
    assert [part.context["part_word"] for part in page.context["parts"]] == [1]
