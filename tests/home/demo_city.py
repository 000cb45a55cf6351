"""What the tests of the demo city share."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from tests.pace import at_most
from tests.page_cache.own_database import own_database
from wijkteams.models.media import private_storage

# As `make run` has it: tasks wait in the database for a worker.
AS_DEMO: dict[str, Any] = {
    "DEMO": True,
    "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
}


def run_demo(**options: Any) -> str:
    """Load the demo city; gives back what the command said."""
    out = StringIO()
    call_command("laad_demo", stdout=out, **options)
    return out.getvalue()


@contextmanager
def loaded(shared: Path, folder: Path) -> Iterator[str]:
    """What the command said, with the city as the database until the end of this.

    It is loaded once for a run of the tests, in `shared`; who comes later takes a copy.
    """
    with override_settings(**AS_DEMO):
        if connection.vendor != "sqlite":
            with transaction.atomic():
                yield _load()
                transaction.set_rollback(True)
            return
        kept = shared / "laad-demo"
        with (shared / "laad-demo.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not kept.exists():
                _load_into(shared / "laad-demo.half").rename(kept)
        shutil.copy(kept / "db.sqlite3", folder)
        shutil.copytree(kept / "files", settings.VAR_DIR, dirs_exist_ok=True)
        with own_database(folder):
            yield (kept / "told").read_text()


def _load() -> str:
    with at_most(40):
        return run_demo()


def _load_into(folder: Path) -> Path:
    folder.mkdir()
    with own_database(folder), transaction.atomic():
        said = _load()
        connection.run_on_commit.clear()  # as in a test: what waits for the end is not done
    (folder / "told").write_text(said)
    for name in ("media", "private"):
        if (settings.VAR_DIR / name).exists():
            shutil.copytree(settings.VAR_DIR / name, folder / "files" / name)
    return folder


def rows() -> dict[str, int]:
    """How many rows each table has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def originals() -> set[Path]:
    """The files of pictures."""
    folder = Path(private_storage().path("originals"))
    return set(folder.iterdir()) if folder.exists() else set()
