"""A newsletter of Havenkwartier and its readers, and the screens by which it is sent."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.utils import timezone

from nieuws.models import Editie, Lijst, NieuwsbriefIndexPage, NieuwsbriefPage, Zending
from tests.factories.nieuws import letter, reader
from wijkteams.models import Thema, Wijk

ROOM = "/beheer/nieuwsbrief/verzendingen/"
SPACES = re.compile(r"\s+")


def words(answer: HttpResponse | Any) -> str:
    """The answer with every stretch of spaces as one."""
    return SPACES.sub(" ", answer.content.decode())


def send_url(page: NieuwsbriefPage, end: str = "") -> str:
    """Where this newsletter is sent."""
    return f"{ROOM}versturen/{page.pk}/{end}"


def url(editie: Editie, end: str = "") -> str:
    """Where this sending is followed."""
    return f"{ROOM}{editie.pk}/{end}"


@pytest.fixture
def lijst(haven: Wijk) -> Lijst:
    """The list of Havenkwartier about everything."""
    return Lijst.objects.get(wijk=haven, thema=None)


@pytest.fixture
def green(haven: Wijk) -> Lijst:
    """A list of Havenkwartier about one thing."""
    thema = Thema.objects.create(wijk=haven, name="Groen")
    return Lijst.objects.create(wijk=haven, thema=thema, title="Groen nieuws", code="groen")


@pytest.fixture
def page(haven: Wijk) -> NieuwsbriefPage:
    """What is to be sent."""
    index = NieuwsbriefIndexPage.objects.get(wijk=haven)
    text = {"type": "text", "value": {"text": "<p>Vrijdag is er soep.</p>"}}
    return letter(index, text, title="Soep voor iedereen")


@pytest.fixture
def readers(lijst: Lijst) -> None:
    """Three read it; one did not confirm, one left, and mail to one comes back."""
    for name in ("ria", "bep", "cor"):
        reader(lijst, f"{name}@lezer.example")
    reader(lijst, "twijfel@lezer.example", "onbevestigd")
    reader(lijst, "weg@lezer.example", "afgemeld")
    reader(lijst, "vol@lezer.example", stand="geschorst")


def sending(page: NieuwsbriefPage, lijst: Lijst, *statuses: str, **fields: Any) -> Editie:
    """A sending of this page, with a mail for each of these states."""
    values: dict[str, Any] = {
        "status": Editie.Status.BEZIG,
        "subject": page.title,
        "started_at": timezone.now(),
        "expected": len(statuses),
        **fields,
    }
    editie = Editie.objects.create(page=page, wijk=page.wijk, **values)
    editie.lijsten.set([lijst])
    for number, status in enumerate(statuses):
        row = reader(lijst, f"lezer{number}-{editie.pk}@lezer.example")
        Zending.objects.create(
            editie=editie,
            abonnee=row.abonnee,
            abonnement=row,
            status=status,
            code=f"{editie.pk}-{number}",
        )
    return editie
