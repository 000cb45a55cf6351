"""What can be chosen for a signal."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Klasse(models.TextChoices):
    """Who may know of it (requirement G4). In the order from open to closed."""

    OPENBAAR = "openbaar", _("Openbaar")
    BEPERKT = "beperkt", _("Beperkt")
    VERTROUWELIJK = "vertrouwelijk", _("Vertrouwelijk")


class Staat(models.TextChoices):
    """How far the team is with it (requirement G7). The moves are in `staten`."""

    NIEUW = "nieuw", _("Nieuw")
    BEKEKEN = "bekeken", _("Bekeken")
    BESPROKEN = "besproken", _("Besproken in wijkteam")
    DOORGEZET = "doorgezet", _("Doorgezet")
    OPGEPAKT = "opgepakt", _("Opgepakt")
    OPGELOST = "opgelost", _("Opgelost")
    GEEN_ACTIE = "geen_actie", _("Geen actie")
    HEROPEND = "heropend", _("Heropend")


class Openbaarheid(models.TextChoices):
    """Whether all may see it, as far as its class allows."""

    WACHT = "wacht", _("Wacht op een blik van het team")
    OPENBAAR = "openbaar", _("Op de site")
    VERBORGEN = "verborgen", _("Niet op de site")


class Soortplaats(models.TextChoices):
    """How exactly all may see where it is (requirement G5)."""

    PRECIES = "precies", _("Precies: het gaat om een ding op straat")
    AFGEROND = "afgerond", _("Afgerond op een vak van 100 bij 100 meter")
