"""The identity of an initiative, whatever language it is read in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.choices import Staat
from wijkteams.initiatieven.models.querysets import (
    AFGESLOTEN,
    InitiatiefQuerySet,
    OfInitiatiefQuerySet,
)


class Initiatief(models.Model):
    """Something that residents started. `InitiatiefPage` is its face, one in each language.

    All that residents leave with it (support, help, followers) hangs here. Its state and its
    counts are written by `services` only.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        on_delete=models.CASCADE,
        related_name="initiatieven",
        verbose_name=_("wijk"),
    )
    title = models.CharField(_("naam"), max_length=255)
    "As published last in the language of the ward."
    is_live = models.BooleanField(_("op de site"), default=False)
    staat = models.CharField(_("staat"), max_length=15, choices=Staat, default=Staat.IDEE)
    staat_sinds = models.DateTimeField(_("sinds"), default=timezone.now)
    hele_wijk = models.BooleanField(_("in de hele wijk"), default=True)
    latitude = models.FloatField(_("breedtegraad"), null=True, blank=True)
    longitude = models.FloatField(_("lengtegraad"), null=True, blank=True)
    "Where it takes place, for all to see: never somebody's home."
    plaats_tekst = models.CharField(_("waar"), max_length=120, blank=True)
    zoekt_hulp = models.BooleanField(_("zoekt hulp"), default=False)
    "Whether something is asked that is not yet found; counted from `HulpVraag`."
    aantal_steun = models.PositiveIntegerField(_("steun"), default=0)
    aantal_steun_wijk = models.PositiveIntegerField(_("steun uit de wijk"), default=0)
    aantal_papier = models.PositiveIntegerField(_("steun op papier"), default=0)
    aantal_papier_wijk = models.PositiveIntegerField(_("steun op papier uit de wijk"), default=0)
    "Counted from `Steun` and `Papierlijst` by `steun.counting`."
    samengevoegd_in = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="bronnen"
    )
    recept_van = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="overgenomen"
    )
    "The initiative, often of another ward, whose recipe was copied."
    laatste_teken = models.DateTimeField(_("laatste bericht"), default=timezone.now)
    "When somebody last told how it goes: an update, a step."
    gevraagd_op = models.DateTimeField(null=True)
    "When 'Loopt nog?' was mailed last; None again after any sign of life."
    afgesloten_op = models.DateTimeField(_("afgesloten op"), null=True, blank=True)
    afloop = models.CharField(_("hoe het afliep"), max_length=240, blank=True)
    "How its closing story begins, as published last in the language of the ward (I14)."
    stap = models.PositiveIntegerField(default=0)
    "One more at each change: who writes on an older one is told what changed meanwhile."
    created_at = models.DateTimeField(default=timezone.now)

    objects = InitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("initiatief")
        verbose_name_plural = _("initiatieven")
        ordering = ["-laatste_teken", "-pk"]
        indexes = [
            models.Index(fields=["wijk", "staat", "-laatste_teken"], name="initiatief_wijk"),
            models.Index(fields=["is_live", "-laatste_teken"], name="initiatief_live"),
            models.Index(fields=["is_live", "latitude", "longitude"], name="initiatief_plek"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_afgesloten(self) -> bool:
        return self.staat in AFGESLOTEN


class Stap(models.Model):
    """A change of state, with the sentence that tells residents of it (requirement I2)."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="stappen")
    van = models.CharField(max_length=15, choices=Staat, blank=True)
    naar = models.CharField(max_length=15, choices=Staat)
    zin = models.CharField(_("wat er gebeurde"), max_length=300)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The volunteer; None when the initiator said it."
    wanneer = models.DateTimeField(default=timezone.now)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("stap van een initiatief")
        verbose_name_plural = _("stappen van initiatieven")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.initiatief_id}: {self.naar}"


class Partnerrol(models.Model):
    """What a partner does for an initiative: 'betaalt de bus', 'geeft de ruimte'."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="partners")
    organisatie = models.ForeignKey(
        "wijkteams.Organisatie", on_delete=models.CASCADE, related_name="+"
    )
    rol = models.CharField(
        _("wat doet deze partner"), max_length=120, help_text=_("Bijvoorbeeld: betaalt de bus.")
    )
    volgorde = models.PositiveIntegerField(default=0)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("partner van een initiatief")
        verbose_name_plural = _("partners van initiatieven")
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiatief", "organisatie"], name="partnerrol_once")
        ]

    def __str__(self) -> str:
        return self.rol


class Samenvoeging(models.Model):
    """That one initiative was merged into another, by whom, and whether that was undone (I5)."""

    bron = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="samengevoegd")
    doel = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="opgenomen")
    reden = models.CharField(_("waarom"), max_length=300)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    wanneer = models.DateTimeField(default=timezone.now)
    los_op = models.DateTimeField(null=True)
    los_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("samenvoeging van initiatieven")
        verbose_name_plural = _("samenvoegingen van initiatieven")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bron"], condition=models.Q(los_op=None), name="samenvoeging_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bron_id} → {self.doel_id}"
