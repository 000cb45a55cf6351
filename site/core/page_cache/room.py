"""How much there is, and what goes when it is too much."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from django.conf import settings

from core.page_cache.day import day_folder
from core.page_cache.record import Kept, from_bytes
from core.page_cache.taking import Place, names_in, take

MEGABYTE = 1024 * 1024
SHARDS = [f"{number:02x}" for number in range(256)]


class Size(NamedTuple):
    """Answers, and their bytes."""

    answers: int
    bytes: int

    @property
    def is_too_much(self) -> bool:
        """Whether something must go before more can come."""
        most = settings.PAGE_CACHE_MAX_MB * MEGABYTE
        return self.answers >= settings.PAGE_CACHE_MAX_PAGES or self.bytes >= most


def size_of(kept: Kept) -> int:
    """The bytes of one answer, in all its files."""
    texts = len(kept.body) + len(kept.gzipped)
    return 2 * texts if kept.web else texts


def known_size() -> Size:
    """What was counted so far. What was dropped since is still in it: the job counts anew."""
    try:
        answers, size = Path(f"{day_folder()}/size").read_text().split()
        return Size(int(answers), int(size))
    except (FileNotFoundError, ValueError):
        return Size(0, 0)


def count(kept: Kept) -> None:
    """One more. Under the lock."""
    now = known_size()
    write_size(Size(now.answers + 1, now.bytes + size_of(kept)))


def write_size(size: Size) -> None:
    """Remember it for the others. Under the lock."""
    with suppress(FileNotFoundError):  # nothing was kept today yet
        Path(f"{day_folder()}/size").write_text(f"{size.answers} {size.bytes}\n")


def make_room() -> None:
    """When it is full, let go of a few at random: they come back when somebody asks."""
    now = known_size()
    if not now.is_too_much:
        return
    for shard in random.sample(SHARDS, len(SHARDS)):
        gone = _empty(f"{day_folder()}/answers/{shard}")
        now = Size(max(0, now.answers - gone.answers), max(0, now.bytes - gone.bytes))
        if not now.is_too_much:
            break
    else:
        now = Size(0, 0)
    write_size(now)


def _empty(folder: str) -> Size:
    gone = Size(0, 0)
    for name in names_in(folder):
        kept = _read(f"{folder}/{name}")
        take(day_folder(), Place(f"{name[:2]}/{name}", kept.web if kept else ""))
        gone = Size(gone.answers + 1, gone.bytes + (size_of(kept) if kept else 0))
    return gone


def _read(path: str) -> Kept | None:
    try:
        return from_bytes(Path(path).read_bytes())
    except OSError:
        return None


def count_anew() -> Size:
    """Look at what is really there. Takes a second for 50,000: for the job, without the lock."""
    answers = size = 0
    for shard in SHARDS:
        folder = f"{day_folder()}/answers/{shard}"
        for name in names_in(folder):
            with suppress(FileNotFoundError):
                size += 2 * os.stat(f"{folder}/{name}").st_size
                answers += 1
    return Size(answers, size)
