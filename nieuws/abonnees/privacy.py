"""What is kept about lists that a team brings along."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from nieuws.models import Lijstimport

PREVIEW_KEPT = timedelta(days=7)
"A list of which nobody said 'go on', or that was stopped half-way."
DONE_KEPT = timedelta(days=730)
"That it was done, by whom and on which ground; without addresses."


def _with(person: Person) -> QuerySet[Lijstimport]:
    """Lists with addresses still in them are few, and short-lived."""
    return Lijstimport.objects.exclude(lines=[], errors=[])


def _is_of(line: list[Any], person: Person) -> bool:
    return any(str(part).casefold() == person.email.casefold() for part in line)


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {"lijst": row.lijst.title, "herkomst": row.herkomst, "regel": line[:2]}
        for row in _with(person).select_related("lijst")
        for line in row.lines
        if _is_of(line, person)
    ]


def _erase(person: Person) -> int:
    """The places of lines stay: how far it came is counted by them."""
    count = 0
    for row in _with(person):
        found = [*row.lines, *row.errors]
        mine = sum(_is_of(line, person) for line in found)
        if not mine:
            continue
        row.lines = [["", ""] if _is_of(line, person) else line for line in row.lines]
        row.errors = [line for line in row.errors if not _is_of(line, person)]
        row.save(update_fields=["lines", "errors"])
        count += mine
    return count


def purge_imports(now: datetime) -> int:
    """Addresses go as soon as they are not needed; what remains says only that it was done."""
    waiting = (Lijstimport.Status.VOORBEELD, Lijstimport.Status.GESTOPT)
    old = Lijstimport.objects.filter(status__in=waiting, created_at__lte=now - PREVIEW_KEPT)
    count: int = old.delete()[0]
    count += Lijstimport.objects.filter(created_at__lte=now - DONE_KEPT).delete()[0]
    return count


def declare_imports() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="ingelezen-lijsten",
            title=_("Een bestaande lijst voor de nieuwsbrief"),
            who=_("Mensen die al op een lijst van het wijkteam staan, en wie hem inlas"),
            data=(_("e-mailadres"), _("naam"), _("waar de lijst vandaan komt")),
            purpose=_("U één keer vragen of u de nieuwsbrief wilt krijgen."),
            ground=_("Gerechtvaardigd belang: u vroeg er eerder om. Zonder uw ja stopt het."),
            retention=_(
                "Tot iedereen gevraagd is, hooguit 7 dagen. Dat de lijst is ingelezen, door wie "
                "en waarom dat mocht: 2 jaar, zonder adressen."
            ),
            keep=DONE_KEPT,
            covers={
                "nieuws.Lijstimport": (
                    "file_name",
                    "herkomst",
                    "lines",
                    "errors",
                    "made_by",
                )
            },
            export=_export,
            erase=_erase,
            purge=purge_imports,
        )
    )
