"""The news of Sluisdam, the demo city: dated from today, so that it always looks fresh."""

from .items import load

__all__ = ["load"]
