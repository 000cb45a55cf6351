"""What was taken out of a survey as a file."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from wijkteams.models.importronde import private_storage
from wijkteams.querysets import InOwnWijkQuerySet

KEPT = timedelta(days=7)
"How long the file is kept (the times of the design); whoever needs it later makes it anew."


def upload_to(instance: Uitvoer, filename: str) -> str:
    """A name that nobody can guess."""
    return f"uitvoer/{secrets.token_hex(16)}.{instance.soort}"


class Uitvoer(models.Model):
    """One file with all answers, ordered by a volunteer and made by a task (requirement S10)."""

    class Soort(models.TextChoices):
        """What opens it."""

        XLSX = "xlsx", _("Spreadsheet (xlsx), met codeboek")
        CSV = "csv", _("Kale tabel (csv)")

    class Stand(models.TextChoices):
        """How far it is."""

        WACHT = "wacht", _("Wordt gemaakt")
        KLAAR = "klaar", _("Klaar")
        MISLUKT = "mislukt", _("Niet gelukt")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="uitvoer")
    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, on_delete=models.CASCADE, related_name="+"
    )
    soort = models.CharField(_("soort"), max_length=10, choices=Soort, default=Soort.XLSX)
    met_namen = models.BooleanField(default=False)
    "With who answered, of a survey that is not anonymous."
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0)
    "How many answers are written, and how many there are: the progress on the screen."
    file = models.FileField(upload_to=upload_to, storage=private_storage, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)

    objects = InOwnWijkQuerySet["Uitvoer"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("bestand met antwoorden")
        verbose_name_plural = _("bestanden met antwoorden")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="uitvoer_age")]

    def __str__(self) -> str:
        return f"{self.enquete} ({self.soort})"

    @property
    def is_waiting(self) -> bool:
        """Whether the task has still to come, or is busy."""
        return self.stand == self.Stand.WACHT

    @property
    def kept_until(self) -> date:
        """When the file goes."""
        return timezone.localdate(self.created_at + KEPT)

    @property
    def file_name(self) -> str:
        """What the download is called."""
        return f"{slugify(f'antwoorden {self.enquete.title}')[:80]}.{self.soort}"
