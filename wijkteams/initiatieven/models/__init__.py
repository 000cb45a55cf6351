"""Initiatives: what residents started, who helps, who supports it, and how it went."""

from .aanvraag import AanvraagFoto, Aanvraagstap, InitiatiefAanvraag, Initiatiefnemer
from .bericht import Update, Wijziging
from .choices import Aanvraagstaat, Controle, Nodig, Staat
from .concept import Aanvraagconcept
from .hulp import Dienst, HulpAanbod, HulpVraag
from .index_page import InitiatievenIndexPage
from .initiatief import Initiatief, Partnerrol, Samenvoeging, Stap
from .initiatief_page import InitiatiefPage
from .querysets import AFGESLOTEN
from .steun import Papierlijst, Steun, Volger
from .wegwijzer_page import WegwijzerPage

__all__ = [
    "AFGESLOTEN",
    "AanvraagFoto",
    "Aanvraagconcept",
    "Aanvraagstaat",
    "Aanvraagstap",
    "Controle",
    "Dienst",
    "HulpAanbod",
    "HulpVraag",
    "Initiatief",
    "InitiatiefAanvraag",
    "InitiatiefPage",
    "Initiatiefnemer",
    "InitiatievenIndexPage",
    "Nodig",
    "Papierlijst",
    "Partnerrol",
    "Samenvoeging",
    "Staat",
    "Stap",
    "Steun",
    "Update",
    "Volger",
    "WegwijzerPage",
    "Wijziging",
]
