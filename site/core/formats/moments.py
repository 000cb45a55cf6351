"""Days as the CMS writes them, for who works in any language: 22-11-2026, not 2026-11-22."""

from __future__ import annotations

DAYS = ["%d-%m-%Y"]
MOMENTS = ["%d-%m-%Y %H:%M"]
