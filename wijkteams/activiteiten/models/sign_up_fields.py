"""What an editor says about signing up."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.choices import Bereik, Inschrijving


class SignUpFields(models.Model):
    """Whether one has to sign up, for what, and how many can come (requirements A3 to A5)."""

    inschrijving = models.CharField(
        _("moet je je aanmelden?"),
        max_length=10,
        choices=Inschrijving,
        default=Inschrijving.GEEN,
        help_text=_("Bijvoorbeeld: Nee, gewoon binnenlopen."),
    )
    bereik = models.CharField(
        _("waarvoor meld je je aan?"),
        max_length=10,
        choices=Bereik,
        default=Bereik.KEER,
        help_text=_("Bij een cursus kies je de hele reeks. Bijvoorbeeld: Voor elke keer apart."),
    )
    capacity = models.PositiveIntegerField(
        _("aantal plekken"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(10_000)],
        help_text=_("Alleen als niet iedereen mee kan. Bijvoorbeeld: 24."),
    )
    reserved = models.PositiveIntegerField(
        _("daarvan vrij te houden"),
        default=0,
        help_text=_("Voor wie belt of langskomt; alleen jullie vullen die in. Bijvoorbeeld: 4."),
    )
    max_group = models.PositiveSmallIntegerField(
        _("hoogstens samen aanmelden"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("Met hoeveel mensen iemand in één keer kan komen. Bijvoorbeeld: 4."),
    )
    wachtlijst = models.BooleanField(
        _("wachtlijst als het vol is"),
        default=True,
        help_text=_(
            "De eerste krijgt vanzelf een mail als er een plek vrijkomt. Bijvoorbeeld: aan."
        ),
    )
    closes_hours_before = models.PositiveSmallIntegerField(
        _("aanmelden kan tot zoveel uur ervoor"),
        default=0,
        validators=[MaxValueValidator(24 * 60)],
        help_text=_("Bijvoorbeeld: 24. Met 0 kan het tot het begint."),
    )
    remind_days = models.BooleanField(
        _("herinnering drie dagen ervoor"),
        default=True,
        help_text=_("Een mail aan wie komt. Bijvoorbeeld handig bij een cursus."),
    )
    remind_hours = models.BooleanField(
        _("herinnering drie uur ervoor"),
        default=False,
        help_text=_("Een mail aan wie komt. Bijvoorbeeld als het verzamelpunt belangrijk is."),
    )
    keep_days = models.PositiveSmallIntegerField(
        _("de lijst bewaren tot zoveel dagen erna"),
        default=30,
        validators=[MaxValueValidator(30)],
        help_text=_("Daarna verdwijnen de namen vanzelf, hoogstens na 30 dagen. Bijvoorbeeld: 14."),
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        wrong: dict[str, Any] = {}
        if self.inschrijving == Inschrijving.BEPERKT and not self.capacity:
            wrong["capacity"] = _("Vul in hoeveel plekken er zijn.")
        if self.capacity and self.reserved >= self.capacity:
            wrong["reserved"] = _("Dan blijft er niets over. Houd minder plekken vrij.")
        if wrong:
            raise ValidationError(wrong)
