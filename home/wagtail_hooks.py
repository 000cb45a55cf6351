"""What the hub adds to the CMS. Registration only."""

from __future__ import annotations

from home.style import hooks as style_hooks

__all__ = ["style_hooks"]
