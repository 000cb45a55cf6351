"""What the other rooms must know of these screens."""

from __future__ import annotations

from wijkteams.guard import OPEN, asks, declare
from wijkteams.guard.questions import own, own_page

OF_A_PAGE = ("send", "test", "preview")
OF_ONE = ("edition", "status", "pause", "resume", "cancel", "trouble", "again")


def register_editions() -> None:
    """Called when the app is ready: the second wall in front of who reads newsletters."""
    declare(
        {
            "edities:index": OPEN,  # its view lists those of the own wards
            **{f"edities:{name}": asks({"page_id": own_page()}) for name in OF_A_PAGE},
            **{f"edities:{name}": asks({"pk": own("nieuws.Editie")}) for name in OF_ONE},
        }
    )
