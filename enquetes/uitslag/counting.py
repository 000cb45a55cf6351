"""Keeping up what was counted, as answers are laid down; and counting all of it anew."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from enquetes.models import Enquete, Inzending, Uitslag
from enquetes.uitslag import telling
from enquetes.uitslag.renewing import ask_to_renew
from enquetes.uitslag.rows import locked
from enquetes.uitslag.tabellen import vragen_of
from enquetes.uitslag.teller import Teller
from enquetes.uitslag.telling import Telling

AT_ONCE = 2000
TRIES = 3


class NothingLeftError(Exception):
    """The answers themselves are gone: only the figures are left, and they stay as they are."""


def count_more(sender: Any, enquete: Enquete, inzendingen: list[Inzending], **kwargs: Any) -> None:
    """Answers were laid down: add them, in the same transaction (`bus.signals.laid_down`)."""
    more = tally_of(enquete, ((one.kanaal, one.antwoorden) for one in inzendingen))
    uitslag = locked(enquete)
    tally = uitslag.tellingen or telling.empty()
    as_before = telling.is_split_as(tally, more)
    telling.add(tally, more)
    _keep(uitslag, tally)
    if as_before:
        ask_to_renew(enquete, uitslag)
    else:
        count_anew.enqueue(enquete=enquete.pk)


@task()
def count_anew(enquete: int) -> None:
    """A new version splits by other questions than what was counted before: count it all so."""
    found = Enquete.objects.filter(pk=enquete).first()
    if found is None:
        return
    with suppress(NothingLeftError):
        recount(found)
        ask_to_renew(found, Uitslag.objects.get(enquete=found))


def tally_of(enquete: Enquete, rows: Iterable[tuple[str, dict[str, Any]]]) -> Telling:
    """Count these answers: channel and answers of each."""
    teller = Teller(vragen_of(enquete))
    for kanaal, antwoorden in rows:
        teller.count(kanaal, antwoorden)
    return teller.tally()


def recount(enquete: Enquete) -> Telling:
    """Count all answers anew. Raises NothingLeftError when they are gone already.

    Nobody waits for it: only when answers were laid down meanwhile, it begins again; the last try
    holds the survey, so that it ends.
    """
    for _try in range(TRIES):
        before = _stamp(enquete)
        tally = _count_all(enquete)
        with transaction.atomic():
            uitslag = locked(enquete)
            if _stamp(enquete) == before:
                _keep(uitslag, tally)
                return tally
    with transaction.atomic():
        uitslag = locked(Enquete.objects.locked(enquete.pk))
        tally = _count_all(enquete)
        _keep(uitslag, tally)
        return tally


def _count_all(enquete: Enquete) -> Telling:
    rows = enquete.inzendingen.order_by().values_list("kanaal", "antwoorden")
    tally = tally_of(enquete, rows.iterator(AT_ONCE))
    counted = (_stamp(enquete) or (0, None))[0]
    if tally["aantal"] < counted and (not tally["aantal"] or _are_purged(enquete)):
        raise NothingLeftError
    return tally


def _are_purged(enquete: Enquete) -> bool:
    """Whether the day of its answers has come: what came in later is not all there was."""
    day = Enquete.objects.values_list("bewaard_tot", flat=True).get(pk=enquete.pk)
    return day is not None and day <= timezone.localdate()


def _stamp(enquete: Enquete) -> Any:
    return Uitslag.objects.filter(enquete=enquete).values_list("aantal", "counted_at").first()


def _keep(uitslag: Uitslag, tally: Telling) -> None:
    uitslag.tellingen, uitslag.aantal = tally, tally["aantal"]
    uitslag.counted_at = timezone.now()
    uitslag.save(update_fields=["tellingen", "aantal", "counted_at"])
