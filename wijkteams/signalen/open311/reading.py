"""Which signals and categories a program may read."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import QueryDict

from wijkteams.models import Wijk
from wijkteams.signalen.models import GESLOTEN, Categorie, Klasse, Opvolging, Signaal
from wijkteams.signalen.open311 import asked
from wijkteams.signalen.open311.answers import RefusedError
from wijkteams.signalen.openbaar.links import on_the_site


def categories(wijk: Wijk | None) -> QuerySet[Categorie]:
    """What can be told by a program; what is about people is told to people only."""
    own = Q(wijk=None) | Q(wijk=wijk) if wijk is not None else Q(wijk=None)
    rows = Categorie.objects.filter(own, is_actief=True)
    return rows.exclude(klasse=Klasse.VERTROUWELIJK)


def category(data: QueryDict, wijk: Wijk | None, code: str) -> Categorie:
    """The one with this code. Refuses another."""
    if not code:
        raise RefusedError(400, "service_code was not provided")
    found = categories(wijk).filter(slug=code).first()
    if found is None:
        raise RefusedError(404, "service_code provided was not found")
    return found


def signals(data: QueryDict) -> QuerySet[Signaal]:
    """The public signals that were asked for, newest first; one page of them."""
    rows = _of_ward(data)
    codes = asked.list_of(data, "service_request_id")
    if codes:  # overrides all other arguments
        return rows.filter(code__in=codes)
    period = asked.period_of(data)
    rows = rows.filter(gemeld_op__gte=period.start, gemeld_op__lte=period.end)
    services = asked.list_of(data, "service_code")
    if services:
        rows = rows.filter(categorie__slug__in=services)
    states = set(asked.states_of(data))
    if states == {"open"}:
        rows = rows.exclude(staat__in=GESLOTEN)
    elif states == {"closed"}:
        rows = rows.filter(staat__in=GESLOTEN)
    first, last = asked.page_of(data)
    return rows.order_by("-gemeld_op", "-pk")[first:last]


def _of_ward(data: QueryDict) -> QuerySet[Signaal]:
    wijk = asked.wijk_of(data)
    rows = on_the_site()
    return rows.filter(wijk=wijk) if wijk is not None else rows


def one(data: QueryDict, code: str) -> QuerySet[Signaal]:
    """One public signal, or the one it was merged into. Refuses all others in the same words."""
    rows = _of_ward(data)
    found = rows.filter(code=code)
    if not found.exists():
        found = rows.filter(pk__in=_leads_to(code))
    if not found.exists():
        raise RefusedError(404, "service_request_id provided was not found")
    return found


def _leads_to(code: str) -> list[int]:
    """The signal that one leads to which was on the site itself before it was merged."""
    merged = Signaal.objects.filter(code=code, samengevoegd_in__isnull=False).first()
    if merged is None or not _was_shown(merged) or merged.samengevoegd_in_id is None:
        return []
    return [merged.samengevoegd_in_id]


def _was_shown(merged: Signaal) -> bool:
    alone = Signaal(klasse=merged.klasse, openbaarheid=merged.openbaarheid)
    return alone.is_openbaar


def steps(data: QueryDict) -> QuerySet[Opvolging]:
    """The public steps of public signals in a period, oldest first; one page of them."""
    period = asked.period_of(data)
    first, last = asked.page_of(data)
    rows = Opvolging.objects.voor_iedereen().filter(
        signaal__in=_of_ward(data).values("pk"),
        wanneer__gte=period.start,
        wanneer__lte=period.end,
    )
    found: QuerySet[Opvolging] = rows.exclude(openbare_zin="").order_by("wanneer", "pk")
    return found[first:last]
