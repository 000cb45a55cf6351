"""What can be chosen about an activity."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

RESERVED = {"aandragen"}
"Addresses under an agenda that are no activity (activiteiten.urls)."


class Soort(models.TextChoices):
    """What sort of activity (requirement A14)."""

    ACTIVITEIT = "activiteit", _("Activiteit")
    BEWONERSAVOND = "bewonersavond", _("Bewonersavond")
    WIJKSCHOUW = "wijkschouw", _("Wijkschouw")
    INLOOP = "inloop", _("Inloopspreekuur")


class Inschrijving(models.TextChoices):
    """Whether one has to sign up (requirement A3)."""

    GEEN = "geen", _("Nee, gewoon binnenlopen")
    OPEN = "open", _("Ja, maar iedereen kan mee")
    BEPERKT = "beperkt", _("Ja, want er zijn niet meer plekken dan:")


class Bereik(models.TextChoices):
    """What one signs up for."""

    KEER = "keer", _("Voor elke keer apart")
    REEKS = "reeks", _("Voor de hele reeks in één keer")


class VoorWie(models.TextChoices):
    """Who is asked to come."""

    IEDEREEN = "iedereen", _("Iedereen")
    VROUWEN = "vrouwen", _("Vrouwen")
    MANNEN = "mannen", _("Mannen")


class Kinderen(models.TextChoices):
    """Whether children can come."""

    MOGEN_MEE = "mogen_mee", _("Kinderen mogen mee")
    VOOR_KINDEREN = "voor_kinderen", _("Het is voor kinderen")
    LIEVER_NIET = "liever_niet", _("Het is niet voor kinderen")


class Taal(models.TextChoices):
    """Languages that are spoken there."""

    NL = "nl", _("Nederlands")
    EN = "en", _("Engels")
    AR = "ar", _("Arabisch")
    PL = "pl", _("Pools")
    TR = "tr", _("Turks")
    UK = "uk", _("Oekraïens")
    TI = "ti", _("Tigrinya")
    SO = "so", _("Somalisch")
    FR = "fr", _("Frans")
    ES = "es", _("Spaans")
    NGT = "ngt", _("Nederlandse Gebarentaal")
