"""The chapters of the handbook: which there are, and each as safe HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from core.handbook.rendering import Heading, headings, render

CONTENTS = "README"
_LINK = re.compile(r"^\d+\.\s+\[(?P<title>[^\]]+)\]\((?P<name>[a-z0-9-]+)\.md\)(?P<about>.*)$")


@dataclass(frozen=True)
class Entry:
    """A line of the table of contents."""

    name: str
    title: str
    about: str


@dataclass(frozen=True)
class Chapter:
    """A chapter, ready to show."""

    title: str
    html: str
    headings: tuple[Heading, ...]


def contents() -> list[Entry]:
    """The chapters in the order of the table of contents."""
    found = (_LINK.match(line) for line in _source(CONTENTS).splitlines())
    return [
        Entry(match["name"], match["title"], match["about"].strip(" ,.;:"))
        for match in found
        if match
    ]


def intro() -> Chapter:
    """What stands in the table of contents besides the list itself."""
    lines = [line for line in _source(CONTENTS).splitlines() if not _LINK.match(line)]
    return _chapter("\n".join(lines))


def chapter(name: str) -> Chapter:
    """A chapter by its name. Raises KeyError when the table of contents does not have it."""
    if name not in {entry.name for entry in contents()}:
        raise KeyError(name)
    return _chapter(_source(name))


def neighbours(name: str) -> tuple[Entry | None, Entry | None]:
    """The chapter before and the one after."""
    entries = contents()
    at = [entry.name for entry in entries].index(name)
    return (
        entries[at - 1] if at else None,
        entries[at + 1] if at + 1 < len(entries) else None,
    )


def picture_path(name: str) -> Path | None:
    """The file of a picture, if the handbook has it."""
    path: Path = settings.HANDBOOK_DIR / "beelden" / f"{name}.webp"
    return path if path.is_file() else None


def _source(name: str) -> str:
    path: Path = settings.HANDBOOK_DIR / f"{name}.md"
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=32)
def _chapter(source: str) -> Chapter:
    title, _, text = source.partition("\n")
    return Chapter(title.removeprefix("# ").strip(), render(text), tuple(headings(text)))
