"""What the bus tells to who counts."""

from __future__ import annotations

from django.dispatch import Signal

laid_down = Signal()
"""Answers were laid down: sender `Enquete`, `enquete`, `inzendingen` (a list of the new ones).

Sent within the transaction that lays them down: who counts them, counts them once.
"""
