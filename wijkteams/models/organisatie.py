"""Who the wards work with."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


def organisatie_code() -> str:
    """The part of a secret link that stands in the database: 128 bits."""
    return secrets.token_hex(16)


class Organisatie(models.Model):
    """A partner: gemeente, corporatie, politie, welzijn, school (requirement W6).

    It keeps its own entry by a link in a mail, and is asked once a year whether all is still right.
    """

    class Soort(models.TextChoices):
        """What kind of partner."""

        GEMEENTE = "gemeente", _("Gemeente")
        CORPORATIE = "corporatie", _("Woningcorporatie")
        POLITIE = "politie", _("Politie of handhaving")
        WELZIJN = "welzijn", _("Zorg en welzijn")
        SCHOOL = "school", _("School of opvang")
        ONDERNEMER = "ondernemer", _("Winkel of bedrijf")
        VERENIGING = "vereniging", _("Vereniging of stichting")
        ANDERS = "anders", _("Anders")

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("van wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="eigen_organisaties",
        help_text=_("Wie de gegevens bijhoudt. Leeg: de stad."),
    )
    wijken = models.ManyToManyField(
        "wijkteams.Wijk",
        verbose_name=_("werkt in"),
        blank=True,
        related_name="organisaties",
        help_text=_("Leeg: in alle wijken."),
    )
    name = models.CharField(_("naam"), max_length=120, help_text=_("Bijvoorbeeld: Woongoed Sluis."))
    soort = models.CharField(_("soort"), max_length=12, choices=Soort, default=Soort.ANDERS)
    wat = models.TextField(
        _("wat doen jullie voor de wijk"),
        max_length=600,
        blank=True,
        help_text=_("Bijvoorbeeld: Wij verhuren 1.200 huizen, en helpen bij problemen met buren."),
    )
    website = models.URLField(
        _("website"), blank=True, help_text=_("Bijvoorbeeld: https://woongoed.example.")
    )
    phone = models.CharField(
        _("telefoon voor bewoners"),
        max_length=20,
        blank=True,
        help_text=_("Bijvoorbeeld: 14 0182."),
    )
    is_openbaar = models.BooleanField(
        _("op de site"),
        default=True,
        help_text=_("Bewoners zien dan de naam, de tekst en het nummer."),
    )
    contact_name = models.CharField(
        _("contactpersoon"), max_length=120, blank=True, help_text=_("Alleen voor het wijkteam.")
    )
    contact_email = models.EmailField(
        _("e-mail van de contactpersoon"), blank=True, help_text=_("Alleen voor het wijkteam.")
    )
    contact_phone = models.CharField(
        _("telefoon van de contactpersoon"),
        max_length=20,
        blank=True,
        help_text=_("Alleen voor het wijkteam."),
    )
    code = models.CharField(max_length=32, unique=True, default=organisatie_code, editable=False)
    "Of the page where they keep their entry: a link without our signature opens nothing."
    voorstel = models.JSONField(default=dict, blank=True, editable=False)
    "What the partner wants residents to read instead, by field; the team says yes or no."
    voorstel_op = models.DateTimeField(null=True, editable=False)
    nagekeken_op = models.DateField(_("nagekeken op"), null=True, blank=True)
    gevraagd_op = models.DateField(null=True, editable=False)
    "When 'Klopt dit nog?' was asked last."
    is_actief = models.BooleanField(_("te kiezen"), default=True)

    objects = InOwnWijkQuerySet["Organisatie"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
