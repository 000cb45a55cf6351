"""Chosen signals on paper, to take along to a meeting."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijkteams.models.importronde import private_storage
from wijkteams.querysets import InOwnWijkQuerySet

KEPT = timedelta(days=30)
"How long the file is kept: what it says grows old."


def dossier_path(instance: Signaaldossier, filename: str) -> str:
    """A name that nobody can guess."""
    return f"dossiers/{secrets.token_hex(16)}.pdf"


class Signaaldossier(models.Model):
    """One PDF, ordered by a volunteer and made by a task (G15). Nothing confidential."""

    class Stand(models.TextChoices):
        """How far it is."""

        WACHT = "wacht", _("Wordt gemaakt")
        KLAAR = "klaar", _("Klaar")
        MISLUKT = "mislukt", _("Niet gelukt")

    wijk = models.ForeignKey("wijkteams.Wijk", on_delete=models.CASCADE, related_name="+")
    title = models.CharField(_("titel"), max_length=120)
    gekozen = models.JSONField(default=list)
    "The numbers of the signals. What may be shown of them is asked again when it is made."
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    file = models.FileField(upload_to=dossier_path, storage=private_storage, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)

    objects = InOwnWijkQuerySet["Signaaldossier"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("dossier van signalen")
        verbose_name_plural = _("dossiers van signalen")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_waiting(self) -> bool:
        """Whether the task has still to come."""
        return self.stand == self.Stand.WACHT

    @property
    def kept_until(self) -> date:
        """When the file goes."""
        return timezone.localdate(self.created_at + KEPT)

    @property
    def file_name(self) -> str:
        """What the download is called."""
        return f"{slugify(self.title)[:80] or 'dossier'}.pdf"
