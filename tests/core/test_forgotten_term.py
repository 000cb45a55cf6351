"""Who was forgotten is remembered for a year, as long as a backup may be put back (R-12, R-37)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError
from django.test import override_settings
from django.utils import timezone

from core.management.commands.restore import refuse_too_old
from core.privacy.engine import erase_person, purge
from core.privacy.forgotten import make_list, read_lists
from core.privacy.forgotten_term import KEEP
from home.models import HomePage

pytestmark = pytest.mark.django_db
ANNA = "anna.bakker@sluisdam.example"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def lists(hub: HomePage, tmp_path: Path) -> Iterator[list[Path]]:
    found = [tmp_path / "een" / "vergeten.jsonl", tmp_path / "twee" / "vergeten.jsonl"]
    with override_settings(FORGOTTEN_LISTS=found):
        yield found


def forgotten_at(moment: datetime, address: str = ANNA) -> None:
    with time_machine.travel(moment, tick=False):
        erase_person(address)


def test_entry_goes_after_a_year_from_every_list_and_no_minute_sooner(
    lists: list[Path], django_capture_on_commit_callbacks: Any
) -> None:
    now = timezone.now()
    forgotten_at(now - KEEP + MINUTE)
    forgotten_at(now - MINUTE, "wim@sluisdam.example")

    with django_capture_on_commit_callbacks(execute=True):
        assert purge(now)["vergeten"] == 0
    assert len(read_lists(lists)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        assert purge(now + 2 * MINUTE)["vergeten"] == 1

    assert [len(read_lists([path])) for path in lists] == [1, 1]
    assert all(path.stat().st_mode & 0o077 == 0 for path in lists)
    erase_person(ANNA)
    assert len(read_lists(lists)) == 2


def test_trial_counts_and_leaves_the_lists_alone(
    lists: list[Path], django_capture_on_commit_callbacks: Any
) -> None:
    forgotten_at(timezone.now() - KEEP - MINUTE)

    with django_capture_on_commit_callbacks(execute=True):
        assert purge(timezone.now(), dry_run=True)["vergeten"] == 1

    assert len(read_lists(lists)) == 1


def test_archive_from_before_the_list_is_refused() -> None:
    made = timezone.now() - KEEP

    refuse_too_old((made + MINUTE).isoformat())
    with pytest.raises(CommandError, match="ouder dan een jaar"):
        refuse_too_old((made - MINUTE).isoformat())


def _add(path: str, number: int) -> None:
    from core.privacy.forgotten import _append

    for count in range(50):
        when = timezone.now() if count % 2 else timezone.now() - KEEP - MINUTE
        _append(Path(path), {"wanneer": when.isoformat(), "wie": f"{number}-{count}"})


def test_nobody_is_lost_while_others_write_and_the_old_ones_go(tmp_path: Path) -> None:
    from core.privacy.forgotten_term import _write_without_old

    path = tmp_path / "vergeten.jsonl"
    make_list(path)
    context = get_context("fork")
    writers = [context.Process(target=_add, args=(str(path), n)) for n in range(3)]

    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        _write_without_old(path, timezone.now() - KEEP)
    for writer in writers:
        writer.join()
    _write_without_old(path, timezone.now() - KEEP)

    assert {entry["wie"] for entry in read_lists([path])} == {
        f"{number}-{count}" for number in range(3) for count in range(1, 50, 2)
    }
