"""What can be chosen for a survey."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Toegang(models.TextChoices):
    """Who may fill it in, and how often (requirement S4)."""

    OPEN = "open", _("Iedereen met de link")
    BROWSER = "browser", _("Eén keer per telefoon of computer")
    MAIL = "mail", _("Eén keer per e-mailadres")
    HUISCODE = "huiscode", _("Eén keer per huis, met een code op een brief")
    PANEL = "panel", _("Alleen het bewonerspanel")


class Anonimiteit(models.TextChoices):
    """What we know of who answers (requirement S5)."""

    ANONIEM = "anoniem", _("Anoniem")
    VERTROUWELIJK = "vertrouwelijk", _("Vertrouwelijk")
    OP_NAAM = "op_naam", _("Op naam")


class Zichtbaar(models.TextChoices):
    """When residents see the results (requirement S7)."""

    NOOIT = "nooit", _("Nooit")
    NA_INVULLEN = "na_invullen", _("Wie heeft ingevuld, ziet de uitslag")
    NA_SLUITING = "na_sluiting", _("Na de sluiting")
    NU = "nu", _("Meteen, ook tijdens het invullen")


class Stand(models.TextChoices):
    """How far a survey is; follows from its moments."""

    CONCEPT = "concept", _("Concept")
    GEPLAND = "gepland", _("Begint later")
    OPEN = "open", _("Open")
    GESLOTEN = "gesloten", _("Gesloten")
    UITSLAG = "uitslag", _("Uitslag bekend")
