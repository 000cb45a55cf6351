"""Taking away what is no longer right, after the commit and before the request ends.

What must be dropped is written down in the same transaction as the change itself: who is killed
between the commit and the drop leaves a row behind, and the job of each minute does it after all.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone

from core.page_cache.generation import change_number, locked
from core.page_cache.keeping import hash_of
from core.page_cache.taking import take_everything, take_of_key, take_other_days

logger = logging.getLogger(__name__)

EVERYTHING = "*"
CUT_OFF_AFTER = timedelta(seconds=30)
TOO_LONG = timedelta(minutes=5)
LOOK_BACK = 500


def drop(*keys: str) -> None:
    """After the commit: every kept answer that shows one of these keys is gone."""
    _drop(frozenset(keys))


def drop_all(reason: str) -> None:
    """After the commit: every kept answer is gone. For causes that are rare."""
    logger.info("All kept answers go: %s", reason)
    _drop(frozenset([EVERYTHING]))


def _drop(keys: frozenset[str]) -> None:
    if not settings.PAGE_CACHE or not keys:
        return
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        if not carry_out(keys):
            _write_down(keys)  # for the job of the next minute
    elif not _is_planned(connection.run_on_commit, keys):
        transaction.on_commit(_Planned(keys, _write_down(keys)))


class _Planned:
    """A drop that waits for the commit."""

    def __init__(self, keys: frozenset[str], row: int) -> None:
        self.keys = keys
        self.row = row

    def __call__(self) -> None:
        if carry_out(self.keys):
            _strike_out(self.row)


def _is_planned(waiting: list[tuple[object, object, bool]], keys: frozenset[str]) -> bool:
    """Django forgets what waits when its savepoint is undone: what is in the list will be done."""
    for _savepoints, planned, _robust in reversed(waiting[-LOOK_BACK:]):
        if isinstance(planned, _Planned) and (EVERYTHING in planned.keys or keys <= planned.keys):
            return True
    return False


def _write_down(keys: Iterable[str]) -> int:
    from core.models import Veegopdracht

    return int(Veegopdracht.objects.create(keys=sorted(keys)).pk)


def _strike_out(row: int) -> None:
    from core.models import Veegopdracht

    try:
        Veegopdracht.objects.filter(pk=row).delete()
    except DatabaseError:
        logger.exception("A drop that was done stays written down: it will be done once more")


def carry_out(keys: frozenset[str]) -> bool:
    """Do it now; say whether it was done. Never raises: who published must get an answer."""
    for attempt in (_some, _all) if EVERYTHING not in keys else (_all,):
        try:
            attempt(keys)
        except OSError:
            logger.exception("Kept answers could not be taken away")
        else:
            return True
    return False


def _some(keys: frozenset[str]) -> None:
    with locked():
        change_number(everything=False)
        take_other_days()
        for key in keys:
            take_of_key(hash_of(key))


def _all(keys: frozenset[str]) -> None:
    with locked():
        try:
            change_number()
        finally:
            take_everything()


def waits_too_long() -> bool:
    """Whether the job of each minute could not do it either."""
    from core.models import Veegopdracht

    if not settings.PAGE_CACHE:
        return False
    before = timezone.now() - TOO_LONG
    return Veegopdracht.objects.filter(made_at__lt=before).exists()


def finish_what_was_cut_off() -> int:
    """Drops that were written down and not struck out in time; gives back how many."""
    from core.models import Veegopdracht

    before = timezone.now() - CUT_OFF_AFTER
    rows = list(Veegopdracht.objects.filter(made_at__lt=before))
    keys = frozenset(key for row in rows for key in row.keys)
    if rows and carry_out(keys):
        Veegopdracht.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)
