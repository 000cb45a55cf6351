"""Making an archive: a head, the rows, the files, and last the manifest that sums it all up."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, cast

from django.conf import settings
from django.core.files.storage import Storage
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from core.backup.counters import read_counters
from core.backup.crypt import EncryptingWriter
from core.backup.files import kept_storages, list_files
from core.backup.hashing import HashingReader
from core.backup.snapshot import snapshot
from core.backup.tables import Row, Table, Tally, read_rows, table_of, travelling_models

FORMAT = 1
HEAD, MANIFEST, ROWS, FILES = "begin.json", "manifest.json", "tabellen", "bestanden"
PART_BYTES = 1024 * 1024

Manifest = dict[str, Any]
Tell = Callable[[str], None]


def write_archive(target: BinaryIO, key: bytes, tell: Tell) -> Manifest:
    """Write everything into `target`, encrypted; give the manifest.

    Rows first: each file that a row of this moment names was written before it. A file that is
    taken away meanwhile was taken away on purpose; the manifest then misses it.
    """
    sealed = EncryptingWriter(target, key)
    manifest: Manifest = {"tabellen": {}, "bestanden": {}}
    begin = timezone.now().isoformat()
    with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="w|", format=tarfile.PAX_FORMAT) as tar:
        with snapshot() as connection:
            models = travelling_models()
            _add(tar, HEAD, _as_json(head(connection, begin)))
            for model in models:
                table = table_of(model)
                manifest["tabellen"][table.name] = _write_table(tar, connection, table)
            manifest["tellers"] = read_counters(connection, models)
        tell(f"{len(models)} tabellen")
        for name, storage in kept_storages().items():
            manifest["bestanden"][name] = _write_files(tar, name, storage)
            tell(f"{len(manifest['bestanden'][name])} bestanden ({name})")
        _add(tar, MANIFEST, _as_json(manifest))
    sealed.finish()
    return manifest


def head(connection: BaseDatabaseWrapper, begin: str) -> dict[str, Any]:
    """What must be known before the rest can be read."""
    applied = MigrationRecorder(connection).applied_migrations()
    return {
        "vorm": FORMAT,
        "versie": settings.VERSION,
        "gemaakt": begin,
        "database": connection.vendor,
        "migraties": sorted(applied),
    }


def _write_table(
    tar: tarfile.TarFile, connection: BaseDatabaseWrapper, table: Table
) -> dict[str, Any]:
    tally = Tally(table)
    number = 0
    for number, part in enumerate(_parts(read_rows(connection, table), tally), start=1):
        _add(tar, f"{ROWS}/{table.name}/{number:06d}.jsonl.gz", gzip.compress(part, 6, mtime=0))
    return {"kolommen": table.column_names, "delen": number, **tally.outcome()}


def _parts(rows: Iterator[Row], tally: Tally) -> Iterator[bytes]:
    """The rows as lines, in parts of about a megabyte."""
    buffer = bytearray()
    for row in rows:
        tally.add(row)
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        buffer += line.encode("utf-8", "surrogatepass") + b"\n"
        if len(buffer) >= PART_BYTES:
            yield bytes(buffer)
            buffer.clear()
    if buffer:
        yield bytes(buffer)


def _write_files(tar: tarfile.TarFile, kind: str, storage: Storage) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in list_files(storage):
        try:
            size, file = storage.size(name), storage.open(name)
        except FileNotFoundError:
            continue
        with file:
            member = tarfile.TarInfo(f"{FILES}/{kind}/{name}")
            member.size = size
            source = HashingReader(cast(BinaryIO, file))
            tar.addfile(member, source)
        found[name] = {"grootte": size, "sha256": source.hexdigest()}
    return found


def _add(tar: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))


def _as_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()
