"""How far a sender came with what it took, on disk: it survives the kill -9 of the sender.

One file per claim. Before a mail is handed over a line 'b', after the answer 'd' (taken) or 'n'
(not taken); each line is one write. While the sender lives it holds a lock on the file, that the
system takes away with its life: nobody has to wait to see that it is dead.

What the crash of a whole machine leaves is less certain: lines may be lost. The first line says in
which life of the machine the file was written; in another life only what is 'd' counts as known.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from django.conf import settings

ENDING = ".log"
_LIFE = Path("/proc/sys/kernel/random/boot_id")


def folder() -> Path:
    """Where the files stand."""
    path = Path(settings.VAR_DIR) / "verzenden"
    path.mkdir(parents=True, exist_ok=True)
    return path


def path_of(claim: str) -> Path:
    """The file of a claim."""
    return folder() / f"{claim}{ENDING}"


def life() -> str:
    """Which life of the machine this is; empty where that cannot be known."""
    try:
        return _LIFE.read_text().strip()
    except OSError:
        return ""


class Journal:
    """The file of a sender that lives. Make it before the claim, remove it after the result."""

    def __init__(self, claim: str) -> None:
        self.path = path_of(claim)
        new = self.path.with_suffix(".new")
        self._file = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)
        os.write(self._file, f"{life()}\n".encode())
        # Under this name others see it, and it is locked by then.
        new.rename(self.path)

    def begin(self, pk: int) -> None:
        """The mail is about to be handed over."""
        os.write(self._file, b"b %d\n" % pk)

    def done(self, pk: int) -> None:
        """The server took it."""
        os.write(self._file, b"d %d\n" % pk)

    def not_done(self, pk: int) -> None:
        """The server certainly did not."""
        os.write(self._file, b"n %d\n" % pk)

    def remove(self) -> None:
        """All is in the database."""
        with suppress(FileNotFoundError):
            self.path.unlink()

    def close(self) -> None:
        """Let go of it: from now on this sender counts as dead to it."""
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


@dataclass
class Left:
    """What a dead sender wrote."""

    claim: str
    path: Path
    same_life: bool = True
    began: dict[int, str] = field(default_factory=dict)
    "By row: 'b', 'd' or 'n', whatever was written last."

    @property
    def done(self) -> set[int]:
        """Rows whose mail the server took."""
        return {pk for pk, mark in self.began.items() if mark == "d"}

    def unsure(self, rows: set[int]) -> set[int]:
        """Those of `rows` of which it does not say whether they left."""
        if not self.same_life:
            return rows - self.done
        return {pk for pk in rows if self.began.get(pk) == "b"}

    def age(self) -> float:
        """Seconds since its last line."""
        return time.time() - self.path.stat().st_mtime


def left_by_the_dead() -> Iterator[Left]:
    """The files that nobody holds, one by one; each is held by us while it is looked at."""
    for path in sorted(folder().glob(f"*{ENDING}")):
        try:
            file = os.open(path, os.O_RDONLY)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield _read(path)
        except BlockingIOError:
            continue
        finally:
            os.close(file)


def _read(path: Path) -> Left:
    """A last line that is half is no line: it was cut off before the mail was handed over."""
    text = path.read_text(errors="replace") if path.exists() else ""
    first, *lines = text.split("\n")[:-1] or [life()]
    left = Left(path.stem, path, same_life=first == life())
    for line in lines:
        mark, _space, number = line.partition(" ")
        if mark in {"b", "d", "n"} and number.isdigit():
            left.began[int(number)] = mark
    return left
