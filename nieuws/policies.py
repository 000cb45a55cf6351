"""Who may see and change the rows of newsletters."""

from __future__ import annotations


def register_policies() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from nieuws import models
    from wijkteams.permissions.rows import WijkRowPolicy

    for model in (
        models.Lijst,
        models.Abonnement,
        models.Editie,
        models.NieuwsbriefInstellingen,
    ):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
