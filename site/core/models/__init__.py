"""Building blocks for every app; knows no wijk."""

from .inzage import Inzage, InzagePersoon
from .pages import BasePage
from .poging import Poging
from .queue import Klokslag, Werker
from .settings import StadInstellingen
from .veegopdracht import Veegopdracht
from .wislog import Wislog
from .woord import Drietal, Woord

__all__ = [
    "BasePage",
    "Drietal",
    "Inzage",
    "InzagePersoon",
    "Klokslag",
    "Poging",
    "StadInstellingen",
    "Veegopdracht",
    "Werker",
    "Wislog",
    "Woord",
]
