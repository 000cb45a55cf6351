"""Who may see and change the rows of initiatives."""

from __future__ import annotations

from wijkteams.permissions.rows import WijkRowPolicy


def register_policies() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from wijkteams.initiatieven import models

    for model in (models.Initiatief, models.InitiatiefAanvraag):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
