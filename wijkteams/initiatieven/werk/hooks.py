"""What Wagtail must know of this room."""

from __future__ import annotations
