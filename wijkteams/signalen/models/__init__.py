"""Signals: what residents tell, who told it, what the team did, and what came of it."""

from .categorie import Categorie
from .choices import Klasse, Openbaarheid, Soortplaats, Staat
from .concept import ConceptFoto, Signaalconcept
from .dossier import Signaaldossier
from .index_page import SignalenIndexPage
from .mensen import Attendering, Medemelder, Melder
from .opvolging import Opvolging, Raadpleging
from .partners import Doorzending, Koppeling, Open311Sleutel
from .querysets import GESLOTEN
from .signaal import Signaal, SignaalFoto
from .thema import SignaalthemaPage, Themasignaal

__all__ = [
    "GESLOTEN",
    "Attendering",
    "Categorie",
    "ConceptFoto",
    "Doorzending",
    "Klasse",
    "Koppeling",
    "Medemelder",
    "Melder",
    "Open311Sleutel",
    "Openbaarheid",
    "Opvolging",
    "Raadpleging",
    "Signaal",
    "SignaalFoto",
    "Signaalconcept",
    "Signaaldossier",
    "SignaalthemaPage",
    "SignalenIndexPage",
    "Soortplaats",
    "Staat",
    "Themasignaal",
]
