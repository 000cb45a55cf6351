"""How pages of signals stand in lists. A signal itself is a row, and has lists of its own."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.vermeldingen.registry import register_kind

THEMA = "signaalthema"


def register_kinds() -> None:
    """Called when the app is ready."""
    from wijkteams.signalen.models import SignaalthemaPage, SignalenIndexPage

    register_kind(THEMA, SignaalthemaPage, _("Thema van signalen"))
    register_kind("signalen", SignalenIndexPage, _("Signalen"))
