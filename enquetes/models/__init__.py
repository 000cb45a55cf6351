"""Surveys of wards and of the city, what was answered, and what came out."""

from .choices import Anonimiteit, Stand, Toegang, Zichtbaar
from .deelname import Deelname, Panellid, Uitslagmail
from .enquete import Enquete
from .enquete_page import SETTINGS, EnquetePage
from .index_page import EnqueteIndexPage
from .inzending import Afzender, AntwoordFoto, Concept, ConceptFoto, Envelop, Inzending
from .papier import Formulierdruk, Papierinvoer, Papierstapel
from .uitnodigen import Codeblad, Panelronde
from .uitslag import Citaat, Uitslag
from .uitvoer import Uitvoer
from .versie import Versie

__all__ = [
    "SETTINGS",
    "Afzender",
    "Anonimiteit",
    "AntwoordFoto",
    "Citaat",
    "Codeblad",
    "Concept",
    "ConceptFoto",
    "Deelname",
    "Enquete",
    "EnqueteIndexPage",
    "EnquetePage",
    "Envelop",
    "Formulierdruk",
    "Inzending",
    "Panellid",
    "Panelronde",
    "Papierinvoer",
    "Papierstapel",
    "Stand",
    "Toegang",
    "Uitslag",
    "Uitslagmail",
    "Uitvoer",
    "Versie",
    "Zichtbaar",
]
