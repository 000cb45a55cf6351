"""The eight wards of Sluisdam, the demo city. Texts, borders and drawings are ours."""

from .pictures import DemoPictures
from .wards import load

__all__ = ["DemoPictures", "load"]
