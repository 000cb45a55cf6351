"""What this room keeps about people."""

from __future__ import annotations


def declare() -> None:
    """Called when the app is ready."""
