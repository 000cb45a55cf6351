"""Where activities are held."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class Locatie(models.Model):
    """A place to meet, with how to get in. Kept once, used by many activities."""

    class Toegang(models.TextChoices):
        """Whether somebody in a wheelchair can come."""

        GOED = "goed", _("Zonder drempels")
        DEELS = "deels", _("Met hulp of via een andere ingang")
        NIET = "niet", _("Niet met een rolstoel")
        ONBEKEND = "onbekend", _("Onbekend")

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="locaties",
        help_text=_("Leeg: alle wijken kunnen deze plek kiezen. Bijvoorbeeld: Havenkwartier."),
    )
    name = models.CharField(_("naam"), max_length=100, help_text=_("Bijvoorbeeld: De Brug."))
    street = models.CharField(
        _("straat en nummer"), max_length=120, blank=True, help_text=_("Bijvoorbeeld: Kadeweg 12.")
    )
    postcode = models.CharField(
        _("postcode"), max_length=7, blank=True, help_text=_("Bijvoorbeeld: 2801 AB.")
    )
    city = models.CharField(
        _("plaats"), max_length=80, blank=True, help_text=_("Bijvoorbeeld: Sluisdam.")
    )
    latitude = models.FloatField(
        _("breedtegraad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("Voor de kaart. Bijvoorbeeld: 52,01."),
    )
    longitude = models.FloatField(
        _("lengtegraad"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("Voor de kaart. Bijvoorbeeld: 4,71."),
    )
    wheelchair = models.CharField(
        _("met een rolstoel"),
        max_length=10,
        choices=Toegang,
        default=Toegang.ONBEKEND,
        help_text=_("Bijvoorbeeld: Zonder drempels."),
    )
    toilet = models.CharField(
        _("wc"),
        max_length=100,
        blank=True,
        help_text=_("Bijvoorbeeld: Er is een wc voor rolstoelen."),
    )
    transport = models.CharField(
        _("bus, fiets, auto"),
        max_length=200,
        blank=True,
        help_text=_("Bijvoorbeeld: Bus 4 stopt voor de deur. Fietsen kunnen in de stalling."),
    )

    objects = InOwnWijkQuerySet["Locatie"].as_manager()

    class Meta:
        verbose_name = _("plek")
        verbose_name_plural = _("plekken")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The address in one line."""
        place = f"{self.postcode} {self.city}".strip()
        return ", ".join(part for part in (self.street, place) if part)

    @property
    def is_without_steps(self) -> bool:
        """Whether somebody in a wheelchair gets in alone."""
        return self.wheelchair == self.Toegang.GOED
