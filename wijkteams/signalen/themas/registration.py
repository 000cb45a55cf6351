"""What themes tell the rest of the site when it starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.signalen.themas.ends import register_ends
from wijkteams.signalen.werk.actions import register_bulk_action


def register_themes() -> None:
    """Called when the app is ready."""
    register_ends()
    register_bulk_action(
        "thema", _("Maak er een thema van"), "signaalthema:maken", "signaal.change", order=30
    )
