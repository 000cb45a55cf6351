"""What can be chosen. The reasons are those of the house rules (requirement M6)."""

from __future__ import annotations

import secrets

from django.db import models
from django.utils.translation import gettext_lazy as _


def token_code() -> str:
    """The part of a secret link that stands in the database: 128 bits."""
    return secrets.token_hex(16)


class Reden(models.TextChoices):
    """Why somebody reports it, and on what ground it is taken away (requirement M2)."""

    PRIVACY = "privacy", _("Er staan persoonsgegevens in, of iemand is herkenbaar")
    DISCRIMINATIE = "discriminatie", _("Het discrimineert, beledigt of bedreigt mensen")
    STRAFBAAR = "strafbaar", _("Het mag niet van de wet")
    SPAM = "spam", _("Het is reclame of onzin")
    ANDERS = "anders", _("Iets anders")


class Actie(models.TextChoices):
    """What is done with it (requirements M2, M4)."""

    BLIJFT = "blijft", _("Het blijft staan")
    AFGEDEKT = "afgedekt", _("Een deel is weggehaald")
    WEG = "weg", _("Het is van de site gehaald")
    NIET = "niet", _("Het komt niet op de site")
    "Of what was sent in, and never stood there."
    ALSNOG = "alsnog", _("Het team antwoordt alsnog")
    "After looking again at what does not come on the site."


class Uitkomst(models.TextChoices):
    """What came of looking again."""

    BLIJFT = "blijft", _("Het besluit blijft")
    ANDERS = "anders", _("Het besluit verandert")


class Wat(models.TextChoices):
    """What the log tells."""

    ONTVANGEN = "ontvangen", _("Gemeld")
    MENING_GEVRAAGD = "gevraagd", _("Vraagt wat een ander vindt")
    MENING = "mening", _("Geeft een tweede mening")
    BESLUIT = "besluit", _("Besloten")
    SPAM = "spam", _("Deze melding zelf is onzin")
    STAD = "stad", _("De stadsredactie kijkt mee: er gebeurde 48 uur niets")
    HERZIENING = "herziening", _("Iemand vroeg om opnieuw te kijken")
    HERZIEN = "herzien", _("Opnieuw bekeken")
