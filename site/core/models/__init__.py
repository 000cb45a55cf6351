"""Building blocks for every app; knows no wijk."""

from .pages import BasePage
from .settings import StadInstellingen

__all__ = ["BasePage", "StadInstellingen"]
