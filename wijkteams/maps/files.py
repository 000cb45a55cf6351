"""Drawings as files. A file is never changed: its name holds a hash of what it shows."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.text import slugify

MAPS, OUTLINES, FACES = "kaarten", "omtrek", "gezicht"


def keep(folder: str, name: str, content: str | bytes) -> str:
    """Store a drawing and give back its place; what is there already is used as it is."""
    data, ending = (content.encode(), "svg") if isinstance(content, str) else (content, "png")
    digest = sha256(f"{name}\n".encode() + data).hexdigest()[:16]
    path = f"{folder}/{slugify(name) or 'x'}-{digest}.{ending}"
    if default_storage.exists(path):
        return path
    return default_storage.save(path, ContentFile(data))


def discard(paths: Collection[str]) -> None:
    """Remove drawings that nothing points to any more."""
    for path in paths:
        default_storage.delete(path)


def stored() -> set[str]:
    """All drawings in the store, also those that were left behind."""
    found = set()
    for folder in (MAPS, OUTLINES, FACES):
        if default_storage.exists(folder):
            found |= {f"{folder}/{name}" for name in default_storage.listdir(folder)[1]}
    return found
