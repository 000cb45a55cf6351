"""Whether rows and files still belong together: after a crash, a restore, or just each night."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import connection, models

from core.backup.files import kept_storages, list_files
from core.backup.tables import read_rows, table_of, travelling_models


@dataclass
class Findings:
    """Files by storage and name; rows by model, number and the file that they miss."""

    orphans: list[tuple[str, str]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def look(*, older_than: datetime) -> Findings:
    """Compare all rows with all files. What was stored a moment ago may still get its row."""
    findings = Findings()
    named = _named_files()
    for kind, storage in kept_storages().items():
        for name in list_files(storage, with_half=True):
            if name not in named and storage.get_modified_time(name) < older_than:
                findings.orphans.append((kind, name))
    findings.missing = _rows_without_file()
    return findings


def remove(orphans: list[tuple[str, str]]) -> None:
    """Delete files that no row names."""
    found = kept_storages()
    for kind, name in orphans:
        found[kind].delete(name)


def _named_files() -> set[str]:
    """Every name of a stored file that stands in any column of any row."""
    names = {name for storage in kept_storages().values() for name in list_files(storage)}
    named: set[str] = set()
    for model in travelling_models():
        for row in read_rows(connection, table_of(model)):
            named.update(value for value in row if isinstance(value, str) and value in names)
    return named


def _rows_without_file() -> list[str]:
    missing: list[str] = []
    for model in apps.get_models():
        for column in model._meta.local_fields:
            if isinstance(column, models.FileField) and model._meta.managed:
                missing += _missing_of(model, column)
    return missing


def _missing_of(model: type[models.Model], column: models.FileField) -> list[str]:
    rows: Any = model._base_manager.exclude(**{column.name: ""}).only(column.name)
    return [
        f"{model._meta.label} {row.pk}: {file.name}"
        for row in rows.iterator(chunk_size=500)
        if (file := getattr(row, column.name)) and not file.storage.exists(file.name)
    ]
