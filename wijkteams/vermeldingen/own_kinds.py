"""The page types of a ward itself."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.models import TekstPage, WijkPage, WijkteamPage
from wijkteams.vermeldingen.registry import register_kind


def register_own_kinds() -> None:
    """Called when the app is ready."""
    register_kind("wijk", WijkPage, _("Wijk"))
    register_kind("wijkteam", WijkteamPage, _("Wijkteam"))
    register_kind("pagina", TekstPage, _("Pagina"))
