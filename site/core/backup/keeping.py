"""The folder with archives: their names, how many stay, and the list of whom to forget."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils import timezone

from core.privacy.forgotten import make_list

OURS = re.compile(r"^wijkplein-\d{8}T\d{6}Z\.kopie$")
LIST_BESIDE = "vergeten.jsonl"
HALF = ".half"


def new_name() -> str:
    """A name by moment (UTC), so that names sort by age."""
    return f"wijkplein-{timezone.now():%Y%m%dT%H%M%SZ}.kopie"


@contextmanager
def new_archive(path: Path) -> Iterator[BinaryIO]:
    """A file that gets its name only when it is whole and on the disk; nobody else may read it."""
    half = path.with_name(path.name + HALF)
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(half, "xb", opener=_private) as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def remove_old(folder: Path, keep: int) -> list[Path]:
    """All but the newest of our own archives; what else lies in the folder is left alone."""
    ours = sorted(path for path in folder.iterdir() if OURS.match(path.name))
    old = ours[:-keep]
    for path in old:
        path.unlink()
    return old


def copy_list(folder: Path) -> None:
    """Whom to forget travels beside the archives, so that an old one is never put back without."""
    for path in settings.FORGOTTEN_LISTS:
        make_list(path)
    half = folder / (LIST_BESIDE + HALF)
    shutil.copyfile(settings.FORGOTTEN_LISTS[0], half)
    half.chmod(0o600)
    half.replace(folder / LIST_BESIDE)
