"""Taking answers away: some, or all of them at once."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

from core.page_cache.day import FOLDER_MODE, day_folder, make_folder, root

BETWEEN = "|"  # stands in no path of ours
SOON = "!"  # nor does this


class Place(NamedTuple):
    """Where the files of one answer stand."""

    answer: str
    web: str

    @property
    def text(self) -> str:
        """As links tell it."""
        return f"{self.answer}{BETWEEN}{self.web}"


def web_names(web: str, hours: range = range(24)) -> list[str]:
    """The files for nginx. What ends before its day does, stands in each whole hour before that:
    nginx knows the hour, and so it never gives it too long.
    """
    if web.startswith(SOON):
        return [f"web{hour:02d}/{web.removeprefix(SOON)}" for hour in hours]
    return [f"web/{web}"] if web else []


def take(day: str, place: Place) -> None:
    """Take one answer away. nginx stops first: it looks for the plain file before the other."""
    names = [f"{name}{ending}" for name in web_names(place.web) for ending in ("", ".gz")]
    for name in [*names, f"answers/{place.answer}"]:
        with suppress(FileNotFoundError):
            os.unlink(f"{day}/{name}")


def take_linked(folder: str, names: Iterable[str]) -> int:
    """Take away the answers that these links are about, and then the links."""
    day, taken = day_folder(), 0
    for name in names:
        link = f"{folder}/{name}"
        with suppress(FileNotFoundError):
            answer, _between, web = os.readlink(link).partition(BETWEEN)
            take(day, Place(answer, web))
            os.unlink(link)
            taken += 1
    return taken


def take_of_key(hashed: str) -> int:
    """Take away what shows a key."""
    folder = f"{day_folder()}/tags/{hashed[:2]}/{hashed}"
    return take_linked(folder, names_in(folder))


def take_ended() -> int:
    """Take away what is right no longer, by the clock."""
    folder, now = f"{day_folder()}/early", f"{int(time.time()):012d}"
    return take_linked(folder, [name for name in names_in(folder) if name[:12] <= now])


def take_other_days() -> None:
    """Yesterday's, and those with headers of before: only an nginx that is behind looks there."""
    for folder in day_folders():
        if folder != day_folder():
            throw_away(folder)


def take_everything() -> None:
    """All at once, by giving the folders another name."""
    for folder in day_folders():
        throw_away(folder)


def day_folders() -> list[str]:
    """Of all days, and of all sets of headers."""
    sets = [f"{root()}/{name}" for name in names_in(root()) if name.startswith("h-")]
    return [f"{folder}/{name}" for folder in sets for name in names_in(folder)]


def throw_away(folder: str) -> None:
    """Out of everybody's sight; a job removes it."""
    make_folder(f"{root()}/trash")
    try:
        _move(folder)
    except PermissionError:
        for path in (root(), f"{root()}/trash", os.path.dirname(folder), folder):
            os.chmod(path, FOLDER_MODE)  # ours, but somebody made it read-only
        _move(folder)


def _move(folder: str) -> None:
    with suppress(FileNotFoundError):
        os.rename(folder, f"{root()}/trash/{uuid.uuid4().hex}")


def names_in(folder: str) -> list[str]:
    """What stands in a folder; nothing when it is not there."""
    try:
        return os.listdir(folder)
    except FileNotFoundError:
        return []
