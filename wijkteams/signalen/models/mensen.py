"""Who told it, who has it too, and who wants to hear: apart from the signal (rule R-04)."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet
from wijkteams.signalen.models.querysets import OfSignaalQuerySet
from wijkteams.signalen.models.signaal import Signaal


def token_code() -> str:
    """The part of a secret link that stands in the database: 128 bits."""
    return secrets.token_hex(16)


class Melder(models.Model):
    """How to reach who told it. Gone 90 days after the signal was closed (requirement G14)."""

    signaal = models.OneToOneField(Signaal, on_delete=models.CASCADE, related_name="melder")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    "Of the status page: a link without our signature on it opens nothing (`tokens`)."
    name = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), blank=True)
    phone = models.CharField(_("telefoonnummer"), max_length=20, blank=True)
    bevestigd_op = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    "When they opened the link in our mail and said yes."
    volgt = models.BooleanField(_("wil horen wat ermee gebeurt"), default=True)
    gevraagd_op = models.DateTimeField(null=True)
    "When 'Is het echt opgelost?' was asked (requirement G9); None again after it was reopened."
    is_opgelost = models.BooleanField(null=True)
    "What they answered to that."

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("melder")
        verbose_name_plural = _("melders")

    def __str__(self) -> str:
        return self.name or self.email or self.phone or str(self.signaal_id)


class Medemelder(models.Model):
    """Somebody who has it too (requirement G6). With an address only if they want to hear more."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="medemelders")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    email = models.EmailField(_("e-mailadres"), blank=True)
    is_mee = models.BooleanField(_("heeft er ook last van"), default=True)
    "Else they only follow it."
    kenmerk = models.CharField(max_length=64, blank=True)
    "A keyed digest of the address, or of the browser's cookie: each counts once."
    language = models.CharField(max_length=10, default="nl")
    "In which they left their address; mail is in it."
    bevestigd_op = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=timezone.now)
    gevraagd_op = models.DateTimeField(null=True)
    is_opgelost = models.BooleanField(null=True)

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("medemelder")
        verbose_name_plural = _("medemelders")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["signaal", "kenmerk"],
                condition=~models.Q(kenmerk=""),
                name="medemelder_once",
            )
        ]

    def __str__(self) -> str:
        return self.email or str(self.pk)


class Attendering(models.Model):
    """Who gets a mail now and then about new public signals of a ward (requirement G11)."""

    class Ritme(models.TextChoices):
        """How often."""

        DAG = "dag", _("Elke dag dat er iets is")
        WEEK = "week", _("Eén keer per week")

    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, on_delete=models.CASCADE, related_name="attenderingen"
    )
    "None: of the whole city."
    code = models.CharField(max_length=32, unique=True, default=token_code)
    email = models.EmailField(_("e-mailadres"))
    language = models.CharField(max_length=10, default="nl")
    ritme = models.CharField(_("hoe vaak"), max_length=5, choices=Ritme, default=Ritme.WEEK)
    bevestigd_op = models.DateTimeField(null=True)
    verstuurd_tot = models.DateTimeField(default=timezone.now)
    "What changed up to here was mailed."
    created_at = models.DateTimeField(default=timezone.now)

    objects = InOwnWijkQuerySet["Attendering"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("attendering")
        verbose_name_plural = _("attenderingen")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "email"], name="attendering_once"),
            models.UniqueConstraint(
                fields=["email"], condition=models.Q(wijk=None), name="attendering_once_city"
            ),
        ]

    def __str__(self) -> str:
        return self.email
