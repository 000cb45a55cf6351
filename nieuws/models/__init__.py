"""News of wards and of the city, and their newsletters."""

from .nieuws_page import NieuwsPage
from .nieuwsbrief import (
    Abonnee,
    Abonnement,
    Editie,
    Kanaal,
    Kliktelling,
    Lijst,
    Lijstimport,
    NieuwsbriefIndexPage,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    Rem,
    Retour,
    Tempo,
    Toestemming,
    Toestemmingstekst,
    Zending,
)
from .overview import NieuwsIndexPage, NieuwsJaarPage

__all__ = [
    "Abonnee",
    "Abonnement",
    "Editie",
    "Kanaal",
    "Kliktelling",
    "Lijst",
    "Lijstimport",
    "NieuwsIndexPage",
    "NieuwsJaarPage",
    "NieuwsPage",
    "NieuwsbriefIndexPage",
    "NieuwsbriefInstellingen",
    "NieuwsbriefPage",
    "Rem",
    "Retour",
    "Tempo",
    "Toestemming",
    "Toestemmingstekst",
    "Zending",
]
