"""What signals are about."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet
from wijkteams.signalen.models.choices import Klasse, Soortplaats


class Categorie(models.Model):
    """A kind of signal. Without wijk: of the whole city, and every ward has it."""

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="categorieen",
        help_text=_("Leeg: alle wijken gebruiken deze categorie."),
    )
    name = models.CharField(
        _("naam"), max_length=60, help_text=_("Bijvoorbeeld: Straat en verkeer.")
    )
    slug = models.SlugField(_("adres"), max_length=60, unique=True)
    "Also the service code of Open311: other programs keep it."
    uitleg = models.CharField(
        _("uitleg voor bewoners"),
        max_length=200,
        blank=True,
        help_text=_("Bijvoorbeeld: Te hard rijden, een onveilig kruispunt, te weinig rekken."),
    )
    klasse = models.CharField(
        _("wie mag het weten"),
        max_length=15,
        choices=Klasse,
        default=Klasse.OPENBAAR,
        help_text=_("Gaat het over mensen, zorg of geld? Kies dan 'Vertrouwelijk'."),
    )
    plaats = models.CharField(
        _("plaats op de kaart"), max_length=10, choices=Soortplaats, default=Soortplaats.AFGEROND
    )
    straal = models.PositiveSmallIntegerField(
        _("zoek dubbele binnen"), default=100, help_text=_("In meters. Bijvoorbeeld: 100.")
    )
    loket = models.CharField(
        _("loket van de gemeente"),
        max_length=80,
        blank=True,
        help_text=_("Waar losse meldingen horen. Bijvoorbeeld: Meldpunt openbare ruimte."),
    )
    loket_url = models.URLField(
        _("website van het loket"),
        blank=True,
        help_text=_("Bijvoorbeeld: https://www.sluisdam.example/melden."),
    )
    loket_telefoon = models.CharField(
        _("telefoon van het loket"),
        max_length=20,
        blank=True,
        help_text=_("Bijvoorbeeld: 14 0182."),
    )
    volgorde = models.PositiveSmallIntegerField(_("volgorde"), default=50)
    is_actief = models.BooleanField(_("te kiezen"), default=True)

    objects = InOwnWijkQuerySet["Categorie"].as_manager()

    class Meta:
        verbose_name = _("categorie")
        verbose_name_plural = _("categorieën")
        ordering = ["volgorde", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_vertrouwelijk(self) -> bool:
        return self.klasse == Klasse.VERTROUWELIJK
