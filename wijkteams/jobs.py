"""When the recurring work of wards is due."""

from __future__ import annotations

from core.scheduler import register_job


def register_ward_jobs() -> None:
    """Called when the app is ready."""
    from wijkteams.faces.tasks import draw_changed_faces
    from wijkteams.importers.tasks import clear_import_files
    from wijkteams.media_files import clear_parked
    from wijkteams.organisaties.asking import ask_partners
    from wijkteams.photo_consent import look_at_consent
    from wijkteams.vermeldingen.tasks import check_rows

    register_job("clear_import_files", {"hour": 3, "minute": 40}, clear_import_files)
    register_job("clear_parked", {"hour": 3, "minute": 50}, clear_parked)
    register_job("draw_faces", {"hour": 4, "minute": 5}, draw_changed_faces)
    register_job("photo_consent", {"hour": 5, "minute": 5}, look_at_consent)
    register_job("ask_partners", {"hour": 9, "minute": 40}, ask_partners)
    register_job("check_listing_rows", {"hour": 5, "minute": 30}, check_rows)
