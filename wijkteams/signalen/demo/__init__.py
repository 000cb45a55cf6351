"""The signals of Sluisdam, the demo city: with their steps, partners and the theme they made."""

from .signals import load

__all__ = ["load"]
