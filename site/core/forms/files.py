"""What a form tells about a file that is there already."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

PICTURES = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}


@dataclass(frozen=True)
class FileThere:
    """A file that was sent earlier: its name and size in words, and a picture of it."""

    name: str
    url: str = ""
    size: int | None = None
    thumbnail_url: str = ""
    key: str = ""
    "What a form sends back to say that this one may go."


def describe(value: Any) -> FileThere | None:
    """Make the words for what a file field holds; None when it holds nothing (any more)."""
    if value is None or isinstance(value, FileThere):
        return value
    try:
        url = str(value.url)
    except (AttributeError, ValueError):
        return None
    name = PurePath(str(getattr(value, "name", "") or url)).name
    is_picture = PurePath(name).suffix.lower() in PICTURES
    return FileThere(name=name, url=url, size=_size(value), thumbnail_url=url if is_picture else "")


def _size(value: Any) -> int | None:
    try:
        return int(value.size)
    except (AttributeError, OSError, TypeError, ValueError):  # gone from the disk
        return None
