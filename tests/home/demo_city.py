"""What the tests of the demo city share."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management import call_command

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


def rows() -> dict[str, int]:
    """How many rows each table has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def originals() -> set[Path]:
    """The files of pictures."""
    folder = Path(private_storage().path("originals"))
    return set(folder.iterdir()) if folder.exists() else set()
