"""The initiatives of Sluisdam, the demo city: with steps, needs, helpers, support and updates."""

from .load import load

__all__ = ["load"]
