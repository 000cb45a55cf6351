"""Newsletters: their pages, who asked for them, and what was sent to whom."""

from wijkteams.kanaal import Kanaal

from .abonnee import Abonnee
from .abonnement import Abonnement
from .editie import Editie
from .index_page import NieuwsbriefIndexPage
from .instellingen import NieuwsbriefInstellingen
from .kliktelling import Kliktelling
from .lijst import Lijst
from .lijstimport import Lijstimport
from .nieuwsbrief_page import NieuwsbriefPage
from .rem import Rem
from .retour import Retour
from .tempo import Tempo
from .toestemming import Toestemming, Toestemmingstekst
from .zending import Zending

__all__ = [
    "Abonnee",
    "Abonnement",
    "Editie",
    "Kanaal",
    "Kliktelling",
    "Lijst",
    "Lijstimport",
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
