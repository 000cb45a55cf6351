"""The news of Sluisdam, the demo city: dated from today, so that it always looks fresh."""

from .items import HERE, load

__all__ = ["HERE", "load"]
