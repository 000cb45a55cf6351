"""Proof of what somebody asked for (requirements N12 and PL4; art. 7 lid 1 AVG)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.abonnement import Abonnement
from wijkteams.kanaal import Kanaal


class Toestemmingstekst(models.Model):
    """A text that people agreed to, as it stood there; the same text is kept once."""

    code = models.CharField(max_length=64, primary_key=True)
    "The SHA-256 of language and text."
    language = models.CharField(max_length=10)
    text = models.TextField(_("tekst"))
    first_used_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("toestemmingstekst")
        verbose_name_plural = _("toestemmingsteksten")

    def __str__(self) -> str:
        return self.text[:60]


class Toestemming(models.Model):
    """One thing that happened: asked for, confirmed, left. Written once, never changed."""

    class Soort(models.TextChoices):
        """What happened."""

        GEVRAAGD = "gevraagd", _("Aangevraagd")
        UITGENODIGD = "uitgenodigd", _("Uitgenodigd vanaf een bestaande lijst")
        BEVESTIGD = "bevestigd", _("Bevestigd")
        HERINNERD = "herinnerd", _("Opnieuw gevraagd")
        VERNIEUWD = "vernieuwd", _("Opnieuw bevestigd")
        AFGEMELD = "afgemeld", _("Afgemeld")
        GESCHORST = "geschorst", _("Gestopt: mail kwam niet aan")

    abonnement = models.ForeignKey(
        Abonnement, on_delete=models.CASCADE, related_name="toestemmingen"
    )
    soort = models.CharField(_("wat"), max_length=12, choices=Soort)
    kanaal = models.CharField(_("hoe"), max_length=10, choices=Kanaal, default=Kanaal.WEB)
    tekst = models.ForeignKey(
        Toestemmingstekst, null=True, on_delete=models.PROTECT, related_name="+"
    )
    toelichting = models.CharField(_("toelichting"), max_length=300, blank=True)
    "Of an existing list: from where, of when, on which legal ground."
    door = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    moment = models.DateTimeField(_("wanneer"), auto_now_add=True)

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")
        ordering = ["moment", "pk"]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} · {self.moment:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write it. Raises ValidationError for one that is there already: proof is not edited."""
        if not self._state.adding:
            raise ValidationError(_("Wat er gebeurd is, verandert niet meer."))
        super().save(*args, **kwargs)
