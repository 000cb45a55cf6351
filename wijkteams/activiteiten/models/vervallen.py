"""What calendars must still hear about: activities that are not on the site any more."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import InOwnWijkQuerySet


class Vervallen(models.Model):
    """That an activity was taken from the site, and when it would have been. Not what it was.

    Programs that only add what they read would show it for ever; they remove what is CANCELLED.
    """

    ical_uid = models.CharField(max_length=200, unique=True)
    ical_sequence = models.PositiveIntegerField(default=0)
    reeks = models.TextField(_("reeks"))
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("wijk"),
    )
    gone_at = models.DateTimeField(_("van de site gehaald op"))

    objects = InOwnWijkQuerySet["Vervallen"].as_manager()

    class Meta:
        verbose_name = _("vervallen activiteit")
        verbose_name_plural = _("vervallen activiteiten")
        ordering = ["gone_at", "pk"]
        indexes = [models.Index(fields=["wijk", "gone_at"], name="vervallen_of_wijk")]

    def __str__(self) -> str:
        return self.ical_uid
