"""A wijk, its pages, its team and its pictures."""

from .draad import Draad
from .gebied import Buurt, Gebiedscode, Kerncijfer, OudAdres, Postcode
from .importronde import Importregel, Importronde
from .kaart import Gezicht, Kaart, Omtrek
from .lidmaatschap import Lidmaatschap, Uitnodiging
from .media import Document, Image, Rendition
from .organisatie import Organisatie
from .oud_pad import OudPad
from .pages import InWijk, WijkPage
from .sectie import SectiePage
from .teamlid import Teamlid
from .tekst import TekstPage
from .thema import Thema
from .verband import VermeldingBuurt, VermeldingThema, VermeldingWijk
from .verhaal import Verhaal
from .vermelding import Vermelding
from .wijk import Wijk
from .wijkteam import WijkteamPage
from .workflow import WijkApprovalTask

__all__ = [
    "Buurt",
    "Document",
    "Draad",
    "Gebiedscode",
    "Gezicht",
    "Image",
    "Importregel",
    "Importronde",
    "InWijk",
    "Kaart",
    "Kerncijfer",
    "Lidmaatschap",
    "Omtrek",
    "Organisatie",
    "OudAdres",
    "OudPad",
    "Postcode",
    "Rendition",
    "SectiePage",
    "Teamlid",
    "TekstPage",
    "Thema",
    "Uitnodiging",
    "Verhaal",
    "Vermelding",
    "VermeldingBuurt",
    "VermeldingThema",
    "VermeldingWijk",
    "Wijk",
    "WijkApprovalTask",
    "WijkPage",
    "WijkteamPage",
]
