from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.signalen import signal
from tests.signal_photos import photo_of
from wijkteams.models import Wijk
from wijkteams.moderatie import takeover
from wijkteams.moderatie.beheer.forms import TO_DO
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Moderatiestap
from wijkteams.roles import Rol
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Melder, Openbaarheid, Signaal
from wijkteams.signalen.services import classify

pytestmark = pytest.mark.django_db
DECIDED = {
    "actie": "weg",
    "grond": "privacy",
    "feiten": "Er stond een naam in.",
    "uitleg": "Dat mag niet zonder toestemming.",
}


@pytest.fixture
def mo(haven: Wijk) -> User:
    return lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def tess(haven: Wijk) -> User:
    return lid("tess@wijkteam.example", Rol.MODERATOR, haven)


@pytest.fixture
def signaal(haven: Wijk) -> Signaal:
    made = signal(haven, email="jan@bewoner.example", tekst="Jan Smit doet het licht uit.")
    Melder.objects.filter(signaal=made).update(bevestigd_op=timezone.now())
    return made


def _reported(thing: Any, **more: Any) -> Inhoudsmelding:
    signaal = getattr(thing, "signaal", thing)
    made = {
        "wijk": signaal.wijk,
        "soort": type(thing).__name__.lower(),
        "object_id": thing.pk,
        "onderwerp": "Het is donker",
        "reden": "privacy",
        "uitleg": "Dat ben ik, zegt Rosa.",
        "name": "Rosa de Lezer",
        "email": "rosa@lezer.example",
    }
    return Inhoudsmelding.objects.create(**made | more)


def _decide(user: User, melding: Inhoudsmelding, **more: Any) -> Any:
    client = Client()
    client.force_login(user)
    return client.post(f"/beheer/moderatie/{melding.pk}/besluit/", DECIDED | more)


def _letters(to: str) -> list[str]:
    found = [one for one in mail.outbox if one.to == [to]]
    return [f"{one.subject}\n{one.body}\n{one.alternatives}" for one in found]


def _public(signaal: Signaal) -> str:
    page = Client().get(f"/havenkwartier/signalen/{signaal.code}/")
    return page.text if page.status_code == 200 else ""


@pytest.mark.parametrize("actie", [value for value, _label in TO_DO])
def test_each_decision_gives_both_sides_a_statement(signaal: Signaal, mo: User, actie: str) -> None:
    """Rule R-16: what, the facts, the ground, by a human, and how to ask again."""
    melding = _reported(signaal)
    assert _decide(mo, melding, actie=actie, woorden="Jan Smit").status_code == 302
    besluit = Besluit.objects.get()
    for to in ("jan@bewoner.example", "rosa@lezer.example"):
        letter = next(one for one in _letters(to) if "Onze regel" in one)
        for words in (
            str(besluit.get_actie_display()),
            "Er stond een naam in.",
            "Er staan persoonsgegevens in",
            "Dat mag niet zonder toestemming.",
            "Een mens besloot dit",
            "herziening",
        ):
            assert words in letter, (to, words)
    assert not any("osa" in letter for letter in _letters("jan@bewoner.example"))


def test_who_left_no_address_reads_it_on_their_own_page(haven: Wijk, mo: User) -> None:
    signaal = signal(haven)
    melder = Melder.objects.create(signaal=signaal)
    address = f"/signaal/mijn/{tokens.make(tokens.STATUS, melder.code)}/"
    assert "Lees waarom" not in Client().get(address).text
    _decide(mo, _reported(signaal))
    (link,) = re.findall(r"/melden/besluit/[0-9a-f-]+/", Client().get(address).text)
    assert "Dat mag niet zonder toestemming." in Client().get(link).text


def test_what_is_hidden_is_off_the_site_and_what_stays_is_not(haven: Wijk, mo: User) -> None:
    gone, stays = signal(haven), signal(haven)
    _decide(mo, _reported(gone))
    _decide(mo, _reported(stays), actie="blijft")
    assert not _public(gone)
    assert _public(stays)


def test_words_are_taken_away_and_the_rest_stays(signaal: Signaal, mo: User) -> None:
    melding = _reported(signaal)
    assert _decide(mo, melding, actie="afgedekt").status_code == 422
    assert _decide(mo, melding, actie="afgedekt", woorden="Piet").status_code == 422
    assert not Besluit.objects.exists()
    assert _decide(mo, melding, actie="afgedekt", woorden="Jan Smit\n").status_code == 302
    assert "[weggehaald: persoonsgegevens] doet het licht uit." in _public(signaal)
    assert not Moderatiestap.objects.filter(tekst__contains="Smit").exists()


def test_a_photo_goes_and_its_signal_stays(signaal: Signaal, mo: User) -> None:
    foto = photo_of(signaal)
    melding = _reported(foto)
    assert _decide(mo, melding, actie="afgedekt").status_code == 422  # cover it first
    assert _decide(mo, melding).status_code == 302
    foto.refresh_from_db()
    assert not foto.is_openbaar
    assert _public(signaal)


def test_one_decision_answers_all_reports_of_the_same(signaal: Signaal, mo: User) -> None:
    first, second = _reported(signaal), _reported(signaal, email="ali@lezer.example")
    other = _reported(signal(signaal.wijk))
    _decide(mo, first)
    second.refresh_from_db()
    other.refresh_from_db()
    assert second.besluit == Besluit.objects.get()
    assert other.is_open
    assert _letters("ali@lezer.example")


def test_the_second_moderator_sees_what_the_first_decided(
    signaal: Signaal, mo: User, tess: User
) -> None:
    """Rule R-26: two at once; the second gets a conflict, and nothing is done twice."""
    melding = _reported(signaal)
    _decide(mo, melding, actie="blijft")
    late = _decide(tess, melding)
    assert late.status_code == 409
    assert "net eerder" in late.text
    assert Besluit.objects.count() == 1
    assert _public(signaal)


def test_only_who_moderates_here_sees_and_decides(
    signaal: Signaal, haven: Wijk, sluis: Wijk, joris: User, fatma: User, tess: User
) -> None:
    melding = _reported(signaal)
    member = lid("si@wijkteam.example", Rol.SIGNALENTEAM, haven)  # may look, not decide
    for user, sees, decides in ((joris, 0, 0), (fatma, 0, 0), (member, 1, 0), (tess, 1, 1)):
        client = Client()
        client.force_login(user)
        seen = client.get(f"/beheer/moderatie/{melding.pk}/", follow=True)
        assert ("zegt Rosa" in seen.text) is bool(sees), user
        listed = client.get("/beheer/moderatie/", follow=True)
        assert ("Het is donker" in listed.text) is bool(sees), user
        _decide(user, melding)
        assert Besluit.objects.exists() is bool(decides), user


def test_who_reported_it_is_not_shown_to_the_team(signaal: Signaal, mo: User) -> None:
    client = Client()
    client.force_login(mo)
    page = client.get(f"/beheer/moderatie/{_reported(signaal).pk}/").text
    assert "rosa@lezer.example" not in page
    assert "Rosa de Lezer" not in page
    assert "<strong>Haal een deel weg</strong>" in page  # what is suggested for privacy


def test_what_became_confidential_is_not_shown_nor_decided_by_all(
    signaal: Signaal, mo: User, tess: User
) -> None:
    melding = _reported(signaal)
    classify(signaal.pk, "vertrouwelijk")
    client = Client()
    client.force_login(tess)
    assert "Jan Smit" not in client.get(f"/beheer/moderatie/{melding.pk}/").text
    client.post(f"/beheer/moderatie/{melding.pk}/besluit/", DECIDED)
    assert not Besluit.objects.exists()
    client.force_login(mo)
    assert "Jan Smit" in client.get(f"/beheer/moderatie/{melding.pk}/").text


def test_nonsense_is_closed_together(signaal: Signaal, sluis: Wijk, tess: User) -> None:
    rows = [_reported(signaal), _reported(signaal)]
    foreign = _reported(signal(sluis))
    client = Client()
    client.force_login(tess)
    client.post("/beheer/moderatie/onzin/", {"pk": [rows[0].pk, foreign.pk]})
    assert Inhoudsmelding.objects.filter(is_spam=True).count() == 0
    client.post("/beheer/moderatie/onzin/", {"pk": [row.pk for row in rows]})
    assert Inhoudsmelding.objects.filter(is_spam=True).count() == 2
    assert _public(signaal)


def test_a_second_opinion_is_of_somebody_else(signaal: Signaal, mo: User, tess: User) -> None:
    melding = _reported(signaal)
    client = Client()
    address = f"/beheer/moderatie/{melding.pk}/mening/"
    client.force_login(mo)
    client.post(address, {"tekst": "Wat vind jij?"})
    assert client.post(address, {"tekst": "Ik vind dat ik gelijk heb."}).status_code == 422
    client.force_login(tess)
    assert client.post(address, {"tekst": "Laat maar staan."}).status_code == 302
    assert [s.tekst for s in melding.stappen.all()] == ["Wat vind jij?", "Laat maar staan."]


def _author_asks(signaal: Signaal) -> Herziening:
    letter = _letters("jan@bewoner.example")[-1]
    address = re.findall(r"/melden/besluit/[0-9a-f-]+/", letter)[0]
    client = Client()
    assert "Er stond een naam in." in client.get(address).text
    client.post(address, {"waarom": "Het is mijn eigen naam."})
    client.post(address, {"waarom": "Nog een keer."})
    assert "U vroeg dat op" in client.get(address).text
    return Herziening.objects.get()


def test_another_moderator_looks_again_and_both_sides_hear(
    signaal: Signaal, mo: User, tess: User
) -> None:
    _decide(mo, _reported(signaal))
    asked = _author_asks(signaal)
    before = len(mail.outbox)
    said = {"uitkomst": "anders", "antwoord": "Het was de eigen naam."}
    client = Client()
    client.force_login(mo)
    assert client.post(f"/beheer/moderatie/herziening/{asked.pk}/", said).status_code == 409
    assert not _public(signaal)
    client.force_login(tess)
    assert client.post(f"/beheer/moderatie/herziening/{asked.pk}/", said).status_code == 302
    assert _public(signaal)
    assert {tuple(one.to) for one in mail.outbox[before:]} == {
        ("jan@bewoner.example",),
        ("rosa@lezer.example",),
    }
    assert client.post(f"/beheer/moderatie/herziening/{asked.pk}/", said).status_code == 409


def test_the_reporter_asks_again_and_it_goes(signaal: Signaal, mo: User, tess: User) -> None:
    _decide(mo, _reported(signaal), actie="blijft")
    letter = _letters("rosa@lezer.example")[-1]
    address = re.findall(r"/melden/mijn/[0-9a-f-]+/", letter)[0]
    Client().post(address, {"waarom": "Kijk nog eens."})
    client = Client()
    client.force_login(tess)
    said = {"uitkomst": "anders", "antwoord": "Toch niet goed."}
    client.post(f"/beheer/moderatie/herziening/{Herziening.objects.get().pk}/", said)
    assert not _public(signaal)
    assert Signaal.objects.get().openbaarheid == Openbaarheid.VERBORGEN
    assert "Toch niet goed." in _letters("jan@bewoner.example")[-1]


def test_the_city_looks_along_after_48_hours(signaal: Signaal) -> None:
    lid("stad@sluisdam.example", Rol.STADSREDACTIE, None)
    fresh, old = _reported(signaal), _reported(signaal)
    now = timezone.now()
    rows = Inhoudsmelding.objects
    rows.filter(pk=fresh.pk).update(gemeld_op=now - timedelta(hours=47, minutes=59))
    rows.filter(pk=old.pk).update(gemeld_op=now - timedelta(hours=48))
    assert takeover.take_over.call() == 1
    assert takeover.take_over.call() == 0
    (letter,) = _letters("stad@sluisdam.example")
    assert "Het is donker" not in letter
    fresh.refresh_from_db()
    assert fresh.stad_op is None


def test_a_moderator_reads_the_place_too(signaal: Signaal, mo: User, haven: Wijk) -> None:
    """What is reported may stand in it."""
    Signaal.objects.filter(pk=signaal.pk).update(openbaar_plaats="bij Jan Smit voor de deur")
    page = client_of(mo).get(f"/beheer/moderatie/{_reported(signaal).pk}/")
    assert "bij Jan Smit voor de deur" in page.text
