"""When the importer's recurring work is due."""

from __future__ import annotations

from core.scheduler import register_job


def register_import_jobs() -> None:
    """Called when the app is ready."""
    from .tasks import clear_import_files

    register_job("clear_import_files", {"hour": 3, "minute": 40}, clear_import_files)
