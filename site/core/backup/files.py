"""The files that belong to the rows: public ones and private ones, through Django's storages."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from django.core.exceptions import SuspiciousFileOperation
from django.core.files import File
from django.core.files.storage import FileSystemStorage, Storage, storages
from django.core.files.utils import validate_file_name
from django.utils.translation import gettext as _

from core.backup.problems import DamagedError, NotEqualError

COPY = 64 * 1024
NO_DATA = {"staticfiles"}
# A file under way: ours, or a first half that a crash left behind. Never part of an archive.
HALF = ".half"


def kept_storages() -> dict[str, Storage]:
    """The storages with files of people; what can be collected from the code is left out."""
    return {name: storages[name] for name in sorted(storages.backends) if name not in NO_DATA}


def list_files(storage: Storage, folder: str = "", *, with_half: bool = False) -> Iterator[str]:
    """All names in a storage, folder by folder; of half files only if asked."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    prefix = f"{folder}/" if folder else ""
    yield from (f"{prefix}{name}" for name in sorted(files) if with_half or not name.endswith(HALF))
    for name in sorted(folders):
        yield from list_files(storage, f"{prefix}{name}", with_half=with_half)


def digest_of(source: BinaryIO) -> str:
    """SHA-256 of what is left in a file."""
    digest = hashlib.sha256()
    while piece := source.read(COPY):
        digest.update(piece)
    return digest.hexdigest()


def stored_digest(storage: Storage, name: str) -> str | None:
    """SHA-256 of a file that is there, else nothing."""
    try:
        with storage.open(name) as file:
            return digest_of(cast(BinaryIO, file))
    except FileNotFoundError:
        return None


def put_back(storage: Storage, name: str, source: BinaryIO, digest: str) -> None:
    """Store a file under exactly this name, and read it back. Never half a file under its name."""
    try:
        validate_file_name(name, allow_relative_path=True)
    except SuspiciousFileOperation as error:
        raise DamagedError(
            _("De reservekopie bevat een onmogelijke naam van een bestand.")
        ) from error
    if isinstance(storage, FileSystemStorage):
        _put_on_disk(storage, name, source)
    else:
        storage.delete(name)
        if storage.save(name, File(source)) != name:
            raise NotEqualError(_("De opslag gaf %(name)s een andere naam.") % {"name": name})
    if stored_digest(storage, name) != digest:
        raise NotEqualError(_("%(name)s werd anders opgeslagen dan het was.") % {"name": name})


def _put_on_disk(storage: FileSystemStorage, name: str, source: BinaryIO) -> None:
    path = Path(storage.path(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(path.name + HALF)
    with half.open("wb") as target:
        while piece := source.read(COPY):
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    half.chmod(storage.file_permissions_mode or 0o644)
    half.replace(path)
