"""What comes back each minute: ends by the clock, what was thrown away, drops that were cut off."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import suppress

from django.conf import settings
from django_tasks import task

from core.page_cache.day import root
from core.page_cache.generation import locked
from core.page_cache.room import count_anew, write_size
from core.page_cache.taking import names_in, take_ended, take_other_days
from core.page_cache.trouble import is_well, tell

HALF_KEPT = 600  # seconds; nobody writes this long


@task()
def tend_pages() -> None:
    """Keep the folder of kept answers right and small."""
    from core.page_cache.dropping import finish_what_was_cut_off

    if not settings.PAGE_CACHE:
        return
    finish_what_was_cut_off()
    try:
        with locked():
            take_ended()
            take_other_days()
        remove_rubbish()
        size = count_anew()
        with locked():
            write_size(size)
    except OSError as error:
        tell("be tended", error)
    else:
        is_well("be tended")


def remove_rubbish() -> None:
    """What was thrown away, and what a killed process was writing."""
    for name in names_in(f"{root()}/trash"):
        shutil.rmtree(f"{root()}/trash/{name}", ignore_errors=True)
    for name in names_in(f"{root()}/half"):
        path = f"{root()}/half/{name}"
        with suppress(FileNotFoundError):
            if os.stat(path).st_mtime < time.time() - HALF_KEPT:
                os.unlink(path)
