"""What can be chosen."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Staat(models.TextChoices):
    """How far an initiative is (requirement I2)."""

    IDEE = "idee", _("Idee")
    IN_GESPREK = "in_gesprek", _("In gesprek")
    ZOEKT_HULP = "zoekt_hulp", _("Zoekt hulp")
    VOORBEREIDING = "voorbereiding", _("In voorbereiding")
    BEZIG = "bezig", _("Bezig")
    KLAAR = "klaar", _("Klaar")
    DOORGEGEVEN = "doorgegeven", _("Doorgegeven")
    GESTOPT = "gestopt", _("Gestopt")


class Aanvraagstaat(models.TextChoices):
    """What the team decided about a request (requirement I3)."""

    NIEUW = "nieuw", _("Wacht op antwoord")
    IN_GESPREK = "in_gesprek", _("In gesprek")
    AANGENOMEN = "aangenomen", _("Aangenomen")
    AFGEWEZEN = "afgewezen", _("Afgewezen")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")
    MEEGEDAAN = "meegedaan", _("Doet mee met een ander initiatief")


class Nodig(models.TextChoices):
    """What an initiative needs (requirements I1 and I7)."""

    MENSEN = "mensen", _("Mensen")
    MATERIAAL = "materiaal", _("Materiaal")
    RUIMTE = "ruimte", _("Ruimte")
    TOESTEMMING = "toestemming", _("Toestemming")
    GELD = "geld", _("Geld")


class Controle(models.TextChoices):
    """Whether somebody of the team looked at what an initiator wrote."""

    WACHT = "wacht", _("Wacht op het wijkteam")
    AKKOORD = "akkoord", _("Akkoord")
    AFGEWEZEN = "afgewezen", _("Niet geplaatst")
    VERBORGEN = "verborgen", _("Van de site gehaald")
