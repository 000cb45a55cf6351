"""What an initiative asks for, and who offers it (requirement I7)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.aanvraag import token_code
from wijkteams.initiatieven.models.choices import Nodig
from wijkteams.initiatieven.models.initiatief import Initiatief
from wijkteams.initiatieven.models.querysets import OfHulpVraagQuerySet, OfInitiatiefQuerySet
from wijkteams.kanaal import Kanaal


class HulpVraag(models.Model):
    """Eight drivers on Friday mornings; a hall; a permit; 400 euro."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="hulpvragen")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    soort = models.CharField(_("wat is er nodig"), max_length=12, choices=Nodig)
    titel = models.CharField(_("in het kort"), max_length=120)
    toelichting = models.TextField(_("wat moet u kunnen of hebben"), max_length=600, blank=True)
    wanneer = models.CharField(_("wanneer"), max_length=120, blank=True)
    "In words: 'elke vrijdag van 9 tot 12 uur'."
    aantal = models.PositiveIntegerField(_("hoeveel"), default=1)
    elders_gevonden = models.PositiveIntegerField(_("al gevonden"), default=0)
    "Found in another way than by an offer here."
    eerder_gevonden = models.PositiveIntegerField(default=0)
    "Who helped and is forgotten since it was over; nobody any more once it is asked anew."
    tot = models.DateField(_("nodig tot"), null=True, blank=True)
    is_open = models.BooleanField(_("nog nodig"), default=True)
    gesloten_op = models.DateTimeField(null=True)
    "Thirty days later nobody who offered is known any more."
    volgorde = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("hulpvraag")
        verbose_name_plural = _("hulpvragen")
        ordering = ["volgorde", "pk"]

    def __str__(self) -> str:
        return self.titel


class Dienst(models.Model):
    """One time at which hands are needed, of something that comes back: Friday 4 December, 9.00."""

    hulpvraag = models.ForeignKey(HulpVraag, on_delete=models.CASCADE, related_name="diensten")
    begint = models.DateTimeField(_("begint op"))
    eindigt = models.DateTimeField(_("tot"))
    aantal = models.PositiveIntegerField(_("hoeveel mensen"), default=1)
    herinnerd_op = models.DateTimeField(null=True)

    objects = OfHulpVraagQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("dienst")
        verbose_name_plural = _("diensten")
        ordering = ["begint", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["hulpvraag", "begint"], name="dienst_once"),
            models.CheckConstraint(
                condition=models.Q(eindigt__gt=models.F("begint")), name="dienst_ends_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begint:%Y-%m-%d %H:%M}"


class HulpAanbod(models.Model):
    """Somebody who offers help. Gone after the purpose ends."""

    class Staat(models.TextChoices):
        """How far it is."""

        ONBEVESTIGD = "onbevestigd", _("Nog niet bevestigd")
        AANGEBODEN = "aangeboden", _("Aangeboden")
        AFGESPROKEN = "afgesproken", _("Doet mee")
        NIET_NODIG = "niet_nodig", _("Niet nodig")
        GESTOPT = "gestopt", _("Gestopt")

    hulpvraag = models.ForeignKey(HulpVraag, on_delete=models.CASCADE, related_name="aanbod")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    kenmerk = models.CharField(max_length=64)
    "A keyed digest of the address or the number: each person has one place."
    staat = models.CharField(max_length=12, choices=Staat, default=Staat.ONBEVESTIGD)
    name = models.CharField(_("naam"), max_length=120)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoonnummer"), max_length=20, blank=True)
    language = models.CharField(max_length=10, default="nl")
    aantal = models.PositiveIntegerField(_("met hoeveel"), default=1)
    bericht = models.TextField(_("wat wilt u erbij zeggen"), max_length=600, blank=True)
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    ingevoerd_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    diensten = models.ManyToManyField(Dienst, blank=True, related_name="helpers")
    bevestigd_op = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfHulpVraagQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("aangeboden hulp")
        verbose_name_plural = _("aangeboden hulp")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["hulpvraag", "kenmerk"], name="hulpaanbod_once")
        ]

    def __str__(self) -> str:
        return self.name
