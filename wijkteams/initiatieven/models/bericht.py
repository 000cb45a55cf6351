"""What initiators tell on the way, and change on their page."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models.aanvraag import Initiatiefnemer, token_code
from wijkteams.initiatieven.models.choices import Controle
from wijkteams.initiatieven.models.initiatief import Initiatief
from wijkteams.initiatieven.models.querysets import OfInitiatiefQuerySet
from wijkteams.models.importronde import private_storage


def foto_path(instance: Update, filename: str) -> str:
    """A name that nobody can guess."""
    return f"updates/{secrets.token_hex(16)}.{filename.rpartition('.')[2]}"


class Update(models.Model):
    """How it goes, in a few lines, with a photo; looked at first until the initiator is trusted."""

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="updates")
    code = models.CharField(max_length=32, unique=True, default=token_code)
    tekst = models.TextField(_("hoe gaat het"), max_length=1500)
    foto = models.FileField(_("foto"), upload_to=foto_path, storage=private_storage, blank=True)
    foto_alt = models.CharField(_("wat staat er op de foto"), max_length=160, blank=True)
    width = models.PositiveIntegerField(default=0)
    height = models.PositiveIntegerField(default=0)
    controle = models.CharField(max_length=10, choices=Controle, default=Controle.WACHT)
    reden = models.TextField(_("waarom niet"), max_length=600, blank=True)
    door_initiatiefnemer = models.ForeignKey(
        Initiatiefnemer, null=True, on_delete=models.SET_NULL, related_name="updates"
    )
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The volunteer who wrote it, or who looked at it."
    created_at = models.DateTimeField(default=timezone.now)
    geplaatst_op = models.DateTimeField(null=True)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("bericht van een initiatief")
        verbose_name_plural = _("berichten van initiatieven")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.tekst[:60]


class Wijziging(models.Model):
    """What an initiator wants all to read; kept beside the page until the team decides."""

    class Soort(models.TextChoices):
        """What it would change."""

        PAGINA = "pagina", _("De tekst van de pagina")
        STAP = "stap", _("Hoe het ervoor staat")
        HULPVRAAG = "hulpvraag", _("Een nieuwe hulpvraag")

    initiatief = models.ForeignKey(Initiatief, on_delete=models.CASCADE, related_name="wijzigingen")
    door_initiatiefnemer = models.ForeignKey(
        Initiatiefnemer, null=True, on_delete=models.SET_NULL, related_name="wijzigingen"
    )
    soort = models.CharField(max_length=9, choices=Soort, default=Soort.PAGINA)
    language = models.CharField(max_length=10, default="nl")
    "Of the page that it is about, and of who wrote it."
    inhoud = models.JSONField(default=dict)
    "By field of the page (or of the step, or of what is asked): what it should say."
    was = models.JSONField(default=dict)
    "By field: what it said when they began, so that an edit of the team meanwhile is shown."
    controle = models.CharField(max_length=10, choices=Controle, default=Controle.WACHT)
    reden = models.TextField(_("waarom niet"), max_length=600, blank=True)
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(default=timezone.now)
    beslist_op = models.DateTimeField(null=True)

    objects = OfInitiatiefQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("wijziging door een initiatiefnemer")
        verbose_name_plural = _("wijzigingen door initiatiefnemers")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)
