"""What a team sends out to ask residents: sheets with codes, and mails to the panel."""

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

KEPT = timedelta(days=30)
"How long a sheet is kept as a file. It can be made again: the codes stay the same."


def upload_to(instance: Codeblad, filename: str) -> str:
    """A name that nobody can guess."""
    return f"enquetes/codes/{secrets.token_hex(16)}.{filename.rpartition('.')[2]}"


class Codeblad(models.Model):
    """A run of codes on paper or in a file, ordered by a volunteer and made by a task."""

    class Soort(models.TextChoices):
        """What it is for."""

        KAARTJES = "kaartjes", _("Kaartjes, 8 op een vel")
        ETIKETTEN = "etiketten", _("Etiketten, 24 op een vel")
        BRIEVEN = "brieven", _("Brieven, één per huis")
        LIJST = "lijst", _("Lijst voor samenvoegen (CSV)")

    class Stand(models.TextChoices):
        """How far it is."""

        WACHT = "wacht", _("Wordt gemaakt")
        KLAAR = "klaar", _("Klaar")
        MISLUKT = "mislukt", _("Niet gelukt")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="codebladen")
    buurt = models.ForeignKey(
        "wijkteams.Buurt", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    soort = models.CharField(_("soort"), max_length=10, choices=Soort)
    eerste = models.PositiveIntegerField(_("eerste nummer"))
    aantal = models.PositiveIntegerField(_("aantal"))
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    file = models.FileField(upload_to=upload_to, storage=private_storage, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("blad met codes")
        verbose_name_plural = _("bladen met codes")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.enquete}: {self.eerste}–{self.laatste}"

    @property
    def laatste(self) -> int:
        """The number of the last code on it."""
        return self.eerste + self.aantal - 1

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
        ending = self.file.name.rpartition(".")[2] if self.file.name else "pdf"
        name = slugify(f"codes {self.enquete.title} {self.eerste}-{self.laatste} {self.soort}")
        return f"{name[:90]}.{ending}"


class Panelronde(models.Model):
    """One time that the panel is written to: to ask them, or to ask again who did not answer."""

    class Soort(models.TextChoices):
        """What the mail says."""

        UITNODIGING = "uitnodiging", _("Uitnodiging")
        HERINNERING = "herinnering", _("Herinnering")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="panelrondes")
    soort = models.CharField(_("soort"), max_length=12, choices=Soort)
    total = models.PositiveIntegerField(default=0)
    "How many members there were to look at."
    seen = models.PositiveIntegerField(default=0)
    "How many of those it has looked at."
    mailed = models.PositiveIntegerField(default=0)
    "How many got a mail; others had one, or answered."
    last_pk = models.BigIntegerField(default=0)
    "Where it goes on after it was stopped."
    is_done = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("begonnen op"), auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("mail aan het panel")
        verbose_name_plural = _("mails aan het panel")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.enquete}: {self.get_soort_display()}"
