"""Who took data out of the site or looked somebody up; for whoever must answer for it (V4, V6)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Inzage(models.Model):
    """One look at data of people: by whom, of what, how much. Never whose."""

    class Kind(models.TextChoices):
        LOOKUP = "opgezocht", _("Iemand opgezocht")
        PERSON = "meegegeven", _("Gegevens van iemand meegegeven")
        ERASED = "gewist", _("Iemand gewist")
        EXPORT = "lijst", _("Lijst gedownload")

    created_at = models.DateTimeField(_("wanneer"), auto_now_add=True, db_index=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    kind = models.CharField(_("wat"), max_length=20, choices=Kind.choices)
    subject = models.CharField(_("welke lijst"), max_length=120, blank=True)
    rows = models.PositiveIntegerField(_("aantal regels"), default=0)
    # Of whoever did it: the coordinator of a ward sees what the own team took out.
    wijken: ClassVar[models.ManyToManyField[models.Model, models.Model]] = models.ManyToManyField(
        "wijkteams.Wijk", verbose_name=_("wijken"), related_name="+"
    )

    class Meta:
        verbose_name = _("inzage")
        verbose_name_plural = _("inzage")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.rows}"


class InzagePersoon(models.Model):
    """That somebody stood in a list that went out, as a keyed hash of the address.

    After a leak this says who must be told, and about whom nothing was in it.
    """

    inzage = models.ForeignKey(Inzage, on_delete=models.CASCADE, related_name="people")
    who = models.CharField(max_length=64, db_index=True)

    class Meta:
        verbose_name = _("persoon in een lijst")
        verbose_name_plural = _("personen in een lijst")
        constraints = [models.UniqueConstraint(fields=["inzage", "who"], name="inzagepersoon_once")]

    def __str__(self) -> str:
        return str(self.pk)
