"""A wijk, its pages, its team and its pictures."""

from .gebied import Buurt, Gebiedscode, Kerncijfer, OudAdres, Postcode
from .importronde import Importregel, Importronde
from .kaart import Kaart, Omtrek
from .lidmaatschap import Lidmaatschap, Uitnodiging
from .media import Document, Image, Rendition
from .pages import InWijk, Teamlid, WijkPage, WijkteamPage
from .tekst import TekstPage
from .thema import Thema
from .wijk import Wijk
from .workflow import WijkApprovalTask

__all__ = [
    "Buurt",
    "Document",
    "Gebiedscode",
    "Image",
    "Importregel",
    "Importronde",
    "InWijk",
    "Kaart",
    "Kerncijfer",
    "Lidmaatschap",
    "Omtrek",
    "OudAdres",
    "Postcode",
    "Rendition",
    "Teamlid",
    "TekstPage",
    "Thema",
    "Uitnodiging",
    "Wijk",
    "WijkApprovalTask",
    "WijkPage",
    "WijkteamPage",
]
