"""Answers on paper, by phone or at the door, on their way to being counted."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from enquetes.models.versie import Versie
from wijkteams.kanaal import Kanaal
from wijkteams.models.importronde import private_storage


class Papierstapel(models.Model):
    """A pile of forms that is typed in together (requirement S6)."""

    class Status(models.TextChoices):
        """Counted only when it is closed."""

        OPEN = "open", _("Wordt ingevoerd")
        VERSCHILLEN = "verschillen", _("Verschillen bekijken")
        GETELD = "geteld", _("Meegeteld")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="stapels")
    versie = models.ForeignKey(Versie, on_delete=models.CASCADE, related_name="+")
    nummer = models.PositiveIntegerField(_("stapel"))
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.PAPIER)
    dubbel = models.BooleanField(_("twee keer invoeren"), default=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.OPEN)
    geteld = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("stapel")
        verbose_name_plural = _("stapels")
        ordering = ["-nummer"]
        constraints = [models.UniqueConstraint(fields=["enquete", "nummer"], name="stapel_once")]

    def __str__(self) -> str:
        return f"{self.enquete} ({self.nummer})"


class Papierinvoer(models.Model):
    """One form as somebody typed it; twice when the pile is typed in double. Gone once counted."""

    stapel = models.ForeignKey(Papierstapel, on_delete=models.CASCADE, related_name="invoer")
    formulier = models.PositiveIntegerField(_("formulier"))
    ronde = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=10, default="nl")
    antwoorden = models.JSONField(default=dict)
    klaar = models.BooleanField(_("klaar"), default=False)
    "Whether it was typed to its end; what is half typed is never counted."
    wijziging = models.PositiveIntegerField(default=0)
    "Counts how often it was saved: who saves on top of another is told."
    entered_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    entered_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("ingevoerd formulier")
        verbose_name_plural = _("ingevoerde formulieren")
        ordering = ["formulier", "ronde"]
        constraints = [
            models.UniqueConstraint(
                fields=["stapel", "formulier", "ronde"], name="papierinvoer_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.stapel_id}/{self.formulier}"


def form_file(instance: Formulierdruk, filename: str) -> str:
    """A name that nobody can guess."""
    return f"enquetes/druk/{secrets.token_hex(16)}.pdf"


class Formulierdruk(models.Model):
    """Forms to print, each with its own number, ordered by a volunteer and made by a task."""

    class Stand(models.TextChoices):
        """How far it is."""

        WACHT = "wacht", _("Wordt gemaakt")
        KLAAR = "klaar", _("Klaar")
        MISLUKT = "mislukt", _("Niet gelukt")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="drukwerk")
    versie = models.ForeignKey(Versie, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("taal"), max_length=10, default="nl")
    groot = models.BooleanField(_("grote letters"), default=False)
    vanaf = models.PositiveIntegerField(_("eerste nummer"), default=1)
    aantal = models.PositiveSmallIntegerField(_("aantal"), default=1)
    stand = models.CharField(_("stand"), max_length=10, choices=Stand, default=Stand.WACHT)
    file = models.FileField(upload_to=form_file, storage=private_storage, blank=True)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("gevraagd op"), auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("gedrukte formulieren")
        verbose_name_plural = _("gedrukte formulieren")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.enquete_id}: {self.vanaf}–{self.tot}"

    @property
    def tot(self) -> int:
        """The number on the last copy."""
        return self.vanaf + self.aantal - 1
