"""A list that somebody brings along from elsewhere."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.lijst import Lijst
from wijkteams.querysets import InOwnWijkQuerySet


class Lijstimport(models.Model):
    """Addresses of an existing list: from where, of when, on which ground (requirement N13).

    Nobody is put on a list by this: each gets one mail, in which they can say yes.
    """

    class Status(models.TextChoices):
        """From the preview to the last mail."""

        VOORBEELD = "voorbeeld", _("Nog niets gebeurd")
        BEZIG = "bezig", _("Bezig")
        KLAAR = "klaar", _("Klaar")
        GESTOPT = "gestopt", _("Gestopt")

    class Grondslag(models.TextChoices):
        """Why we may write to these people once (art. 6 AVG, art. 11.7 Telecommunicatiewet)."""

        GEVRAAGD = "gevraagd", _("Zij vroegen ons zelf om deze nieuwsbrief")
        LEZERS = "lezers", _("Zij krijgen deze nieuwsbrief nu al, langs een andere weg")

    lijst = models.ForeignKey(
        Lijst, on_delete=models.CASCADE, related_name="+", verbose_name=_("lijst")
    )
    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    status = models.CharField(_("stand"), max_length=10, choices=Status, default=Status.VOORBEELD)
    file_name = models.CharField(_("bestand"), max_length=200)
    herkomst = models.CharField(_("waar komt de lijst vandaan?"), max_length=150)
    peildatum = models.DateField(_("van welke dag is de lijst?"))
    grondslag = models.CharField(_("waarom mogen we mailen?"), max_length=10, choices=Grondslag)
    lines: models.JSONField[Any, Any] = models.JSONField(default=list)
    "[address, name] of whom to write to; emptied as soon as it is done."
    errors: models.JSONField[Any, Any] = models.JSONField(default=list)
    "[number of the line, what stood there, why it cannot be used]; emptied with the lines."
    counts: models.JSONField[Any, Any] = models.JSONField(default=dict)
    "How many got a mail, and how many did not and why."
    total = models.PositiveIntegerField(_("adressen"), default=0)
    done = models.PositiveIntegerField(_("klaar"), default=0)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    objects = InOwnWijkQuerySet["Lijstimport"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("ingelezen lijst")
        verbose_name_plural = _("ingelezen lijsten")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.get_status_display()})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.wijk_id = self.lijst.wijk_id
        super().save(*args, **kwargs)

    @property
    def is_running(self) -> bool:
        """Whether its screen should look again in a moment."""
        return self.status == self.Status.BEZIG

    def proof(self) -> str:
        """What is written down with the consent of each (PL4)."""
        return _("%(source)s, van %(day)s. %(ground)s") % {
            "source": self.herkomst,
            "day": f"{self.peildatum:%d-%m-%Y}",
            "ground": self.get_grondslag_display(),
        }
