"""The news and newsletters of Sluisdam, the demo city: dated from today, so that it looks fresh."""

from .items import HERE, load
from .letters import load_letters

__all__ = ["HERE", "load", "load_letters"]
