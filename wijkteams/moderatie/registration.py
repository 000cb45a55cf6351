"""What moderation tells the rest of the site when it starts, when all models are there."""

from __future__ import annotations

from core.page_cache import NOTHING, register_effect
from wijkteams.moderatie import models, privacy, takeover
from wijkteams.moderatie.policies import register_policies


def register_moderation() -> None:
    """Called when the app is ready."""
    for model in (
        models.Besluit,
        models.Herziening,
        models.Inhoudsmelding,
        models.Moderatiestap,
    ):
        # Seen in the CMS, in mails, and on small pages that are never kept.
        register_effect(model, NOTHING)
    register_policies()
    privacy.declare()
    takeover.register()
