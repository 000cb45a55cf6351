"""What came out."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from enquetes.models.enquete import Enquete
from enquetes.models.inzending import Inzending


class Uitslag(models.Model):
    """The figures of a survey, kept up as answers are laid down; they outlive the answers."""

    enquete = models.OneToOneField(Enquete, on_delete=models.CASCADE, related_name="uitslag")
    tellingen = models.JSONField(default=dict)
    "Everything counted (`uitslag.telling`): for the team, never shown as it is."
    cijfers = models.JSONField(default=dict)
    "What may be seen (`uitslag.figures`): small numbers are hidden already."
    aantal = models.PositiveIntegerField(default=0)
    "How many answers `tellingen` is about."
    counted_at = models.DateTimeField(null=True)
    vragen = models.JSONField(default=list)
    "The ids of the questions whose results are published (requirement S7)."

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("uitslag")
        verbose_name_plural = _("uitslagen")

    def __str__(self) -> str:
        return str(self.enquete)


class Citaat(models.Model):
    """An open answer that a person read; shown only in the words that this person made of it."""

    class Status(models.TextChoices):
        """Nothing is shown that nobody read (requirement S7)."""

        TONEN = "tonen", _("Tonen")
        NIET_TONEN = "niet_tonen", _("Niet tonen")

    enquete = models.ForeignKey(Enquete, on_delete=models.CASCADE, related_name="citaten")
    vraag = models.CharField(max_length=60)
    "Id of the question; with ':anders' for what stood after 'Anders, namelijk'."
    inzending = models.ForeignKey(Inzending, null=True, on_delete=models.SET_NULL, related_name="+")
    "Empty when the answers themselves are gone."
    tekst = models.TextField(_("tekst"), max_length=5000, blank=True)
    status = models.CharField(max_length=10, choices=Status)
    read_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("open antwoord")
        verbose_name_plural = _("open antwoorden")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["inzending", "vraag"], name="citaat_once")]

    def __str__(self) -> str:
        return self.tekst[:50]
