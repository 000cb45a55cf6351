"""Who may see and change the rows of surveys."""

from __future__ import annotations


def register_policies() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from enquetes import models
    from wijkteams.permissions.rows import WijkRowPolicy

    for model in (models.Enquete, models.Panellid):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
