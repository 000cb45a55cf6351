"""Who supports an initiative, and who follows it (requirements I6 and I8)."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.aanvraag import token_code
from wijkteams.initiatieven.models.initiatief import Initiatief
from wijkteams.initiatieven.models.querysets import OfInitiatiefQuerySet
from wijkteams.models.importronde import private_storage


class Steun(models.Model):
    """A heart of somebody with a confirmed address; one for each initiative."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="steun")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    kenmerk = models.CharField(max_length=64)
    "A keyed digest of the address without its variants: each counts once."
    email = models.EmailField(_("e-mailadres"), blank=True)
    language = models.CharField(max_length=10, default="nl")
    uit_wijk = models.BooleanField(_("woont in de wijk"), default=False)
    bevestigd_op = models.DateTimeField(null=True)
    "Only then it counts."
    created_at = models.DateTimeField(default=timezone.now)
    verhuisd_van = models.ForeignKey(
        Initiatief, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The merged initiative that it was given to first; they agreed to move it (requirement I5)."
    verhuizing_gevraagd_op = models.DateTimeField(null=True)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("steun")
        verbose_name_plural = _("steun")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["initiatief", "kenmerk"], name="steun_once")]

    def __str__(self) -> str:
        return str(self.pk)


def scan_path(instance: Papierlijst, filename: str) -> str:
    """A name that nobody can guess."""
    return f"steunlijsten/{secrets.token_hex(16)}.{filename.rpartition('.')[2]}"


class Papierlijst(models.Model):
    """Signatures on paper: a number and a scan; no names on the site."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="papier")
    aantal = models.PositiveIntegerField(_("aantal handtekeningen"))
    aantal_wijk = models.PositiveIntegerField(_("waarvan uit de wijk"), default=0)
    opgehaald_op = models.DateField(_("opgehaald op"))
    scan = models.FileField(_("scan of foto"), upload_to=scan_path, storage=private_storage)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("steunlijst op papier")
        verbose_name_plural = _("steunlijsten op papier")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.initiatief_id}: {self.aantal}"


class Volger(models.Model):
    """Who wants to hear how it goes on, by mail (requirement I8)."""

    class Ritme(models.TextChoices):
        """How often."""

        METEEN = "meteen", _("Meteen bij elk bericht")
        WEEK = "week", _("Eén keer per week")

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="volgers")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    email = models.EmailField(_("e-mailadres"))
    kenmerk = models.CharField(max_length=64)
    "A keyed digest of the address without its variants."
    language = models.CharField(max_length=10, default="nl")
    ritme = models.CharField(_("hoe vaak"), max_length=6, choices=Ritme, default=Ritme.WEEK)
    bevestigd_op = models.DateTimeField(null=True)
    verstuurd_tot = models.DateTimeField(default=timezone.now)
    "What happened up to here was mailed."
    verhuisd_van = models.ForeignKey(
        Initiatief, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The merged initiative that they followed: undoing the merge brings them back (I5)."
    created_at = models.DateTimeField(default=timezone.now)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("volger van een initiatief")
        verbose_name_plural = _("volgers van initiatieven")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["initiatief", "kenmerk"], name="volger_once")
        ]

    def __str__(self) -> str:
        return self.email
