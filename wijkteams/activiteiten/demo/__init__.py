"""What is on in Sluisdam, the demo city: dated from today, so that there is always something."""

from .load import HERE, load

__all__ = ["HERE", "load"]
