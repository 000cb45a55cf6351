"""The city of Sluisdam itself: its settings, people, pages and translations."""

from .city import load
from .people import PASSWORD, PEOPLE, load_people
from .translations import load_translations

__all__ = ["PASSWORD", "PEOPLE", "load", "load_people", "load_translations"]
