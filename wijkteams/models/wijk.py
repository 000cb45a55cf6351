"""The identity of a ward. Everything that belongs to a ward points here, never to a page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.addresses import validate_ward_slug
from wijkteams.palettes import DEFAULT_PALETTE, Palet
from wijkteams.querysets import WijkQuerySet


class Wijk(models.Model):
    """A ward of the city. Its code never changes; its name, address and face may."""

    class Status(models.TextChoices):
        ACTIEF = "actief", _("Actief")
        SLAPEND = "slapend", _("Slapend")
        GESTOPT = "gestopt", _("Gestopt")
        OPGEVOLGD = "opgevolgd", _("Opgevolgd door een andere wijk")

    code = models.CharField(
        _("code"), max_length=20, unique=True, help_text=_("Verandert nooit. Meestal de CBS-code.")
    )
    name = models.CharField(_("naam"), max_length=100)
    slug = models.SlugField(_("adres"), max_length=60, unique=True, validators=[validate_ward_slug])
    gemeentecode = models.CharField(_("gemeentecode"), max_length=6, blank=True)
    gemeente = models.CharField(_("gemeente"), max_length=80, blank=True)
    boundary = models.JSONField(
        _("grens"), null=True, blank=True, help_text=_("GeoJSON-vlak, lengte en breedte in graden.")
    )
    palette = models.CharField(_("kleur"), max_length=12, choices=Palet, default=DEFAULT_PALETTE)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ACTIEF)
    opvolger = models.ForeignKey(
        "self",
        verbose_name=_("opgevolgd door"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="voorgangers",
    )
    contact_email = models.EmailField(_("e-mailadres van het wijkteam"), blank=True)
    contact_phone = models.CharField(_("telefoon van het wijkteam"), max_length=30, blank=True)
    meeting_place = models.CharField(
        _("ontmoetingsplek"),
        max_length=200,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Buurthuis De Brug, Brugstraat 3'."),
    )
    logo = models.ForeignKey(
        "wijkteams.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    imported = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = WijkQuerySet.as_manager()

    class Meta:
        verbose_name = _("wijk")
        verbose_name_plural = _("wijken")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="opgevolgd", opvolger__isnull=False)
                | (~models.Q(status="opgevolgd") & models.Q(opvolger=None)),
                name="wijk_opvolger_iff_opgevolgd",
            ),
            models.CheckConstraint(
                condition=~models.Q(opvolger=models.F("id")), name="wijk_does_not_succeed_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk:
            old = type(self).objects.filter(pk=self.pk).values_list("code", flat=True).first()
            if old is not None and old != self.code:
                raise ValidationError({"code": _("De code van een wijk verandert nooit.")})
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.status == self.Status.OPGEVOLGD and self.opvolger is None:
            raise ValidationError({"opvolger": _("Kies de wijk die het werk voortzet.")})
        if self.status != self.Status.OPGEVOLGD and self.opvolger is not None:
            raise ValidationError(
                {"opvolger": _("Alleen een wijk met de status 'opgevolgd' heeft een opvolger.")}
            )
        if self.pk and self.opvolger_id == self.pk:
            raise ValidationError({"opvolger": _("Een wijk kan zichzelf niet opvolgen.")})

    @property
    def has_ended(self) -> bool:
        """Whether its team stopped, under this name at least: nobody can join it any more."""
        return self.status in ENDED


ENDED = (Wijk.Status.GESTOPT, Wijk.Status.OPGEVOLGD)
