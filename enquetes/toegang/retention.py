"""What of a survey is kept how long (requirement S14, rule R-12). The figures stay.

Answers, rights to answer and what is left of paper go some months after the closing, on the day;
something half filled in on the day that it says itself; an address for the results when they were
sent, and else with the answers.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from enquetes.models import (
    AntwoordFoto,
    Codeblad,
    Concept,
    Deelname,
    Enquete,
    Envelop,
    Inzending,
    Panellid,
    Papierinvoer,
    Papierstapel,
    Uitslagmail,
)
from enquetes.models.uitnodigen import KEPT as SHEETS_KEPT

TO_CONFIRM = timedelta(days=7)
"For who asked to be on the panel; then the row goes."
AT_A_TIME = 2_000
KEYS = (
    "enquetes",
    "enquete-half-ingevuld",
    "enquete-een-keer",
    "enquete-uitslag-mail",
    "bewonerspanel",
)
"The processings of surveys (`enquetes.privacy`)."
OF_THE_ANSWERS: tuple[tuple[type[Any], str], ...] = (
    (Inzending, "enquete"),
    (Envelop, "enquete"),
    (AntwoordFoto, "enquete"),
    (Deelname, "enquete"),
    (Uitslagmail, "enquete"),
    (Papierinvoer, "stapel__enquete"),
    (Concept, "enquete"),
)
"What goes when the day of a survey has come."


def goes_on(enquete: Enquete) -> date | None:
    """The day on which its answers go; None as long as it is not over."""
    if enquete.closes_at is None:
        return enquete.bewaard_tot  # withdrawn: `keep_terms` noticed that
    return _later(timezone.localdate(enquete.closes_at), enquete.bewaarmaanden)


def keep_terms(now: datetime) -> None:
    """Write the day at each survey: it follows the closing, or else the withdrawal."""
    today = timezone.localdate(now)
    for enquete in Enquete.objects.exclude(closes_at=None):
        day = goes_on(enquete)
        if enquete.bewaard_tot != day:
            Enquete.objects.filter(pk=enquete.pk).update(bewaard_tot=day)
    endless = Enquete.objects.filter(closes_at=None)
    endless.filter(is_live=True).exclude(bewaard_tot=None).update(bewaard_tot=None)
    for enquete in endless.filter(is_live=False, bewaard_tot=None):
        day = _later(today, enquete.bewaarmaanden)
        Enquete.objects.filter(pk=enquete.pk).update(bewaard_tot=day)


def over(now: datetime) -> QuerySet[Enquete]:
    """The surveys of which the day has come."""
    today = timezone.localdate(now)
    return Enquete.objects.filter(bewaard_tot__lte=today)


def purge_answers(now: datetime) -> int:
    """Answers, and what stands beside them, of surveys of which the day has come."""
    keep_terms(now)
    ids = list(over(now).values_list("pk", flat=True))
    count = sum(_delete(model, Q(**{f"{lookup}__in": ids})) for model, lookup in OF_THE_ANSWERS)
    counted = Q(stapel__status=Papierstapel.Status.GETELD)
    return count + _delete(Papierinvoer, counted)


def purge_drafts(now: datetime) -> int:
    """What somebody did not finish, when the day that stands with their link is over."""
    return _delete(Concept, Q(vervalt__lt=timezone.localdate(now)))


def purge_addresses(now: datetime) -> int:
    """Addresses to which the results were sent."""
    return _delete(Uitslagmail, Q(sent=True))


def purge_panel(now: datetime) -> int:
    """Who did not confirm in time."""
    old = Q(status=Panellid.Status.ONBEVESTIGD, created_at__lte=now - TO_CONFIRM)
    return _delete(Panellid, old)


def purge_sheets(now: datetime) -> int:
    """Files with codes."""
    return _delete(Codeblad, Q(created_at__lte=now - SHEETS_KEPT))


@dataclass(frozen=True)
class Kept:
    """One kind of thing that is kept of a survey, for the team and for the trial run."""

    label: Any
    number: int
    when: Any
    "In words."


def counts_of(enquete: Enquete) -> list[Kept]:
    """What is kept of a survey now, how much, and when it goes."""
    with_answers = _("met de antwoorden")
    when = {
        Concept: _("op de dag die bij de link staat"),
        Uitslagmail: _("na de mail met de uitslag"),
    }
    return [
        Kept(model._meta.verbose_name_plural, number, when.get(model, with_answers))
        for model, lookup in OF_THE_ANSWERS
        if (number := model._base_manager.filter(**{lookup: enquete}).count())
    ]


def _delete(model: type[Any], which: Q) -> int:
    """A few at a time: a hundred thousand answers do not stand in memory together."""
    count = 0
    rows = model._base_manager.filter(which).order_by("pk")
    while ids := list(rows.values_list("pk", flat=True)[:AT_A_TIME]):
        model._base_manager.filter(pk__in=ids).delete()
        count += len(ids)
    return count


def _later(day: date, months: int) -> date:
    """The same day some months later, or the last one of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
