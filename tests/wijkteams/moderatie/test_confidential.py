"""What became confidential after it was reported: who may still read of it, and in which mail."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import confidential, signal
from wijkteams.models import Wijk
from wijkteams.moderatie import again
from wijkteams.moderatie.deciding import decide
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Moderatiestap
from wijkteams.moderatie.registry import subject_for
from wijkteams.roles import Rol
from wijkteams.signalen.models import Melder, Raadpleging, Signaal
from wijkteams.signalen.services import classify

pytestmark = pytest.mark.django_db
SECRET = "de drank van Greet"
DECIDED: dict[str, Any] = {
    "actie": "blijft",
    "grond": "privacy",
    "feiten": f"Het gaat over {SECRET}.",
    "uitleg": f"Niemand anders weet van {SECRET}.",
}


@pytest.fixture
def tess(haven: Wijk) -> User:
    """May moderate; may not read what is confidential."""
    return lid("tess@wijkteam.example", Rol.MODERATOR, haven)


@pytest.fixture
def mo(haven: Wijk) -> User:
    return lid("mo@wijkteam.example", Rol.WIJKBEHEERDER, haven)


@pytest.fixture
def signaal(haven: Wijk) -> Signaal:
    made = signal(haven, titel=f"Ik ruik {SECRET}", email="jan@bewoner.example")
    Melder.objects.update(bevestigd_op=timezone.now())
    return made


@pytest.fixture
def reported(signaal: Signaal) -> Inhoudsmelding:
    about = {"soort": "signaal", "object_id": signaal.pk, "onderwerp": signaal.titel}
    besluit = Besluit.objects.create(
        **about, wijk=signaal.wijk, actie="blijft", geldt="blijft", feiten=SECRET, uitleg=SECRET
    )
    closed = Inhoudsmelding.objects.create(
        **about,
        wijk=signaal.wijk,
        plek=SECRET,
        uitleg=SECRET,
        besluit=besluit,
        gesloten_op=timezone.now(),
    )
    Herziening.objects.create(
        besluit=besluit, wijk=signaal.wijk, melding=closed, van="melder", waarom=SECRET
    )
    report = Inhoudsmelding.objects.create(
        **about, wijk=signaal.wijk, plek=SECRET, uitleg=SECRET, email="rosa@lezer.example"
    )
    for one in (closed, report):
        Moderatiestap.objects.create(melding=one, wat="mening", tekst=SECRET)
    return report


def _screens(reported: Inhoudsmelding) -> list[str]:
    closed = Inhoudsmelding.objects.exclude(pk=reported.pk).get()
    return [
        "/beheer/moderatie/",
        "/beheer/moderatie/?stand=klaar",
        f"/beheer/moderatie/{reported.pk}/",
        f"/beheer/moderatie/{closed.pk}/",
        f"/beheer/moderatie/herziening/{Herziening.objects.get().pk}/",
    ]


def test_no_screen_of_a_moderator_says_a_word_of_it(
    signaal: Signaal, reported: Inhoudsmelding, tess: User
) -> None:
    client = Client()
    client.force_login(tess)
    seen = [address for address in _screens(reported) if SECRET in client.get(address).text]
    assert len(seen) == 5  # as long as all may read it
    classify(signaal.pk, "vertrouwelijk")
    for address in _screens(reported):
        page = client.get(address)
        assert page.status_code == 200
        assert SECRET not in page.text, address
        assert signaal.code in page.text or "beheer/moderatie/" in address
    asked = client.post(f"/beheer/moderatie/{reported.pk}/mening/", {"tekst": "Wat staat daar?"})
    assert asked.status_code in {302, 403}
    assert not Moderatiestap.objects.filter(tekst="Wat staat daar?").exists()


def test_who_may_read_it_here_is_written_down(
    signaal: Signaal, reported: Inhoudsmelding, mo: User
) -> None:
    """Requirement V4: also when they come by another door."""
    client = Client()
    client.force_login(mo)
    client.get(f"/beheer/moderatie/{reported.pk}/")
    assert not Raadpleging.objects.exists()
    classify(signaal.pk, "vertrouwelijk")
    assert SECRET in client.get(f"/beheer/moderatie/{reported.pk}/").text
    assert Raadpleging.objects.get().door == mo


def test_no_mail_of_a_decision_says_what_it_was(
    signaal: Signaal, reported: Inhoudsmelding, mo: User, tess: User
) -> None:
    classify(signaal.pk, "vertrouwelijk")
    besluit = decide(reported.pk, door=mo, **DECIDED)
    asked = again.ask(besluit.pk, van="auteur", melding=None, waarom=SECRET)
    again.handle(asked.pk, uitkomst="blijft", antwoord=f"Het blijft om {SECRET}.", door=tess)
    assert {one.to[0] for one in mail.outbox} == {"jan@bewoner.example", "rosa@lezer.example"}
    assert len(mail.outbox) == 3
    for one in mail.outbox:
        letter = f"{one.subject} {one.body} {one.alternatives}"
        assert SECRET not in letter
        assert signaal.code in letter
        assert "eigen bladzijde" in letter


def test_not_even_the_kind_of_a_confidential_signal_is_its_title(haven: Wijk) -> None:
    signaal = confidential(haven)
    subject = subject_for(signaal)
    assert subject is not None
    assert subject.title_of(signaal) == signaal.code


@pytest.mark.parametrize("words", ["e", "Jan\na"])
def test_one_letter_is_not_taken_away(haven: Wijk, mo: User, words: str) -> None:
    """It cannot be undone, and would leave nothing."""
    signaal = signal(haven, tekst="Jan heet een man.")
    report = Inhoudsmelding.objects.create(
        wijk=haven, soort="signaal", object_id=signaal.pk, onderwerp="x", reden="privacy"
    )
    client = Client()
    client.force_login(mo)
    sent = DECIDED | {"actie": "afgedekt", "woorden": words}
    assert client.post(f"/beheer/moderatie/{report.pk}/besluit/", sent).status_code == 422
    signaal.refresh_from_db()
    assert signaal.tekst == "Jan heet een man."
