"""What readers of Sluisdam, the demo city, reported: new, decided, and looked at again."""

from .reports import load

__all__ = ["load"]
