"""What was done with a signal."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.signalen.models.choices import Staat
from wijkteams.signalen.models.querysets import OfSignaalQuerySet, OpvolgingQuerySet
from wijkteams.signalen.models.signaal import Signaal


class Opvolging(models.Model):
    """One step: from which state to which, and what all may read apart from what only we do (G7).

    Never changed afterwards, but for personal data that is taken away.
    """

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="opvolgingen")
    van = models.CharField(max_length=12, choices=Staat, blank=True)
    naar = models.CharField(_("staat"), max_length=12, choices=Staat)
    "The same as `van` when only a word was added."
    openbare_zin = models.TextField(_("wat iedereen mag lezen"), max_length=600, blank=True)
    alleen_melder = models.BooleanField(default=False)
    """Taken while the signal was confidential: only who told it reads that sentence, also when the
    signal was opened up since."""
    interne_notitie = models.TextField(_("alleen voor het team"), max_length=2000, blank=True)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    doorzending = models.ForeignKey(
        "signalen.Doorzending", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "Of whose answer it comes."
    wanneer = models.DateTimeField(default=timezone.now)
    wacht_op_tweede = models.BooleanField(default=False)
    "A confidential signal is closed when a second volunteer has looked (second pair of eyes)."
    bevestigd_door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = OpvolgingQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("opvolging")
        verbose_name_plural = _("opvolgingen")
        ordering = ["wanneer", "pk"]

    def __str__(self) -> str:
        return f"{self.signaal_id}: {self.get_naar_display()}"


class Raadpleging(models.Model):
    """Who of the team looked at a confidential signal, or took it out (requirement V4)."""

    signaal = models.ForeignKey(Signaal, on_delete=models.CASCADE, related_name="raadplegingen")
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    wat = models.CharField(_("wat"), max_length=60)
    wanneer = models.DateTimeField(default=timezone.now)

    objects = OfSignaalQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("raadpleging")
        verbose_name_plural = _("raadplegingen")
        ordering = ["-wanneer", "-pk"]

    def __str__(self) -> str:
        return f"{self.signaal_id}: {self.wat}"
