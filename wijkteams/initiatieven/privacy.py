"""What initiatives keep about people; each room declares its own rows."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.privacy import register_harmless
from wijkteams.initiatieven.aanvragen import privacy as asking
from wijkteams.initiatieven.beheren import privacy as initiators
from wijkteams.initiatieven.hulp import privacy as offers
from wijkteams.initiatieven.models import InitiatiefPage
from wijkteams.initiatieven.steun import privacy as support
from wijkteams.privacy_credits import declare_credits


def declare() -> None:
    """Called when the app is ready."""
    for room in (asking, support, offers, initiators):
        room.declare()
    declare_credits(
        InitiatiefPage,
        "foto-bij-initiatief",
        _("Wie de foto bij een initiatief maakte"),
        "initiatief",
    )
    # A volunteer's own account says what they did; with the account the link goes.
    register_harmless("initiatieven.Stap", "door")
    register_harmless("initiatieven.Samenvoeging", "door", "los_door")
