"""Activities: what an editor writes (pages), what takes place when, and who comes (rows)."""

from .aanbod import Aanbod
from .aanmelding import Aanmelding
from .activiteit import Activiteit
from .activiteit_page import ActiviteitPage
from .agenda_page import AgendaPage
from .bericht import Bericht, Ontvanger
from .bron import Bron, BronActiviteit
from .drukwerk import Drukwerk
from .herinnering import Herinnering
from .instellingen import AgendaInstellingen
from .keer import Keer
from .locatie import Locatie
from .vakantie import Vakantie
from .vervallen import Vervallen

__all__ = [
    "Aanbod",
    "Aanmelding",
    "Activiteit",
    "ActiviteitPage",
    "AgendaInstellingen",
    "AgendaPage",
    "Bericht",
    "Bron",
    "BronActiviteit",
    "Drukwerk",
    "Herinnering",
    "Keer",
    "Locatie",
    "Ontvanger",
    "Vakantie",
    "Vervallen",
]
