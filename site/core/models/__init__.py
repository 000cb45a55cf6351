"""Building blocks for every app; knows no wijk."""

from .pages import BasePage
from .settings import StadInstellingen
from .wislog import Wislog

__all__ = ["BasePage", "StadInstellingen", "Wislog"]
