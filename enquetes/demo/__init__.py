"""The surveys of Sluisdam, the demo city: open, planned and closed, dated from today."""

from .surveys import HERE, load

__all__ = ["HERE", "load"]
