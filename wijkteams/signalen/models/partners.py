"""What goes to partners, and what comes back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet
from wijkteams.signalen.models.choices import Staat
from wijkteams.signalen.models.mensen import token_code
from wijkteams.signalen.models.querysets import OfSignaalQuerySet
from wijkteams.signalen.models.signaal import Signaal


class Doorzending(models.Model):
    """A signal that was passed on to a partner, and what they answered (requirement G8)."""

    class Stand(models.TextChoices):
        """How far it is."""

        VERSTUURD = "verstuurd", _("Wacht op antwoord")
        BEANTWOORD = "beantwoord", _("Antwoord: kijk het na")
        VERWERKT = "verwerkt", _("Antwoord verwerkt")
        INGETROKKEN = "ingetrokken", _("Ingetrokken")

    class Weg(models.TextChoices):
        """By which way."""

        MAIL = "mail", _("Per e-mail")
        OPEN311 = "open311", _("Naar het systeem van de gemeente")
        ZELF = "zelf", _("Zelf doorgegeven, bijvoorbeeld per telefoon")

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="doorzendingen")
    organisatie = models.ForeignKey(
        "wijkteams.Organisatie",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("aan wie"),
    )
    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of the answer page (`tokens`)."
    email = models.EmailField(_("e-mailadres"), blank=True)
    weg = models.CharField(_("hoe"), max_length=10, choices=Weg, default=Weg.MAIL)
    stand = models.CharField(max_length=12, choices=Stand, default=Stand.VERSTUURD)
    bericht = models.TextField(_("wat wij schrijven"), max_length=2000, blank=True)
    met_contact = models.BooleanField(_("met naam en nummer van de bewoner"), default=False)
    "Only when the resident agreed."
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verstuurd_op = models.DateTimeField(default=timezone.now)
    herinnerd_op = models.DateTimeField(null=True)
    antwoord = models.TextField(_("antwoord"), max_length=2000, blank=True)
    antwoord_door = models.CharField(_("van wie"), max_length=120, blank=True)
    antwoord_staat = models.CharField(max_length=12, choices=Staat, blank=True)
    "What they say it should be now; the team decides."
    beantwoord_op = models.DateTimeField(null=True)
    nagekeken_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    nagekeken_op = models.DateTimeField(null=True)
    extern_nummer = models.CharField(_("nummer bij de partner"), max_length=80, blank=True)
    extern_staat = models.CharField(max_length=80, blank=True)
    "The state at the other side as it was last read."
    fout = models.CharField(max_length=300, blank=True)
    "Why the other side did not take it, in words for the team."

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("doorzending")
        verbose_name_plural = _("doorzendingen")
        ordering = ["-verstuurd_op", "-pk"]

    def __str__(self) -> str:
        return f"{self.signaal_id} → {self.organisatie_id}"


class Koppeling(models.Model):
    """A system of a partner that speaks Open311, to which signals can be passed on."""

    organisatie = models.OneToOneField(
        "wijkteams.Organisatie", on_delete=models.CASCADE, related_name="koppeling"
    )
    adres = models.URLField(
        _("adres"), help_text=_("Bijvoorbeeld: https://meldingen.sluisdam.example/georeport/v2.")
    )
    jurisdictie = models.CharField(_("jurisdiction_id"), max_length=80, blank=True)
    sleutel = models.TextField(_("sleutel"), blank=True)
    "Sealed with a key of the site that is not in the database."
    diensten = models.JSONField(_("categorieën daar"), default=dict, blank=True)
    "From the slug of our category to their service code; '' is for all others."
    is_actief = models.BooleanField(_("gebruiken"), default=True)
    gelezen_op = models.DateTimeField(null=True)
    fout = models.CharField(max_length=300, blank=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("koppeling")
        verbose_name_plural = _("koppelingen")

    def __str__(self) -> str:
        return self.adres


class Open311Sleutel(models.Model):
    """A key with which a partner's program may tell signals (requirement O2, rule R-41)."""

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leeg: voor alle wijken."),
    )
    organisatie = models.ForeignKey(
        "wijkteams.Organisatie",
        verbose_name=_("organisatie"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    name = models.CharField(
        _("waarvoor"), max_length=80, help_text=_("Bijvoorbeeld: app van de woningcorporatie.")
    )
    digest = models.CharField(max_length=64, unique=True, editable=False)
    begin = models.CharField(max_length=8, editable=False)
    "The first signs: to know which is which."
    is_actief = models.BooleanField(_("mag gebruikt worden"), default=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    gebruikt_op = models.DateField(_("laatst gebruikt"), null=True)

    objects = InOwnWijkQuerySet["Open311Sleutel"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("sleutel voor Open311")
        verbose_name_plural = _("sleutels voor Open311")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name
