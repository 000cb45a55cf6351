"""What readers report, what was decided, who asked to look again, and the log of all that."""

from .besluit import Besluit, Herziening
from .choices import Actie, Reden, Uitkomst, Wat
from .melding import Inhoudsmelding, Moderatiestap

__all__ = [
    "Actie",
    "Besluit",
    "Herziening",
    "Inhoudsmelding",
    "Moderatiestap",
    "Reden",
    "Uitkomst",
    "Wat",
]
