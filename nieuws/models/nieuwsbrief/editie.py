"""A newsletter on its way."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from nieuws.models.nieuwsbrief.lijst import Lijst
from wijkteams.querysets import InOwnWijkQuerySet


class Editie(models.Model):
    """One sending of one page to the readers of one or more lists."""

    class Status(models.TextChoices):
        """From left to right; a pause may come in between."""

        GEPLAND = "gepland", _("Staat klaar")
        BEZIG = "bezig", _("Wordt verstuurd")
        PAUZE = "pauze", _("Staat stil")
        KLAAR = "klaar", _("Verstuurd")
        GEANNULEERD = "geannuleerd", _("Niet verstuurd")

    page = models.ForeignKey(
        "nieuws.NieuwsbriefPage", null=True, on_delete=models.SET_NULL, related_name="edities"
    )
    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    "The page as it was when somebody said that it goes out: later drafts are not sent."
    wijk = models.ForeignKey(
        "wijkteams.Wijk", null=True, editable=False, on_delete=models.CASCADE, related_name="+"
    )
    lijsten = models.ManyToManyField(Lijst, related_name="+", verbose_name=_("lijsten"))
    status = models.CharField(_("stand"), max_length=12, choices=Status, default=Status.GEPLAND)
    subject = models.CharField(_("onderwerp"), max_length=200)
    html = models.TextField(blank=True)
    "What goes out, frozen at the start, with marks where each reader's own links come."
    text = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="nl")
    sender_name = models.CharField(_("afzender"), max_length=100, blank=True)
    reply_to = models.EmailField(_("antwoorden naar"), blank=True)
    expected = models.PositiveIntegerField(_("bevestigd aantal"), default=0)
    "The number of readers that the volunteer saw and agreed to (requirement N7)."
    skipped = models.JSONField(default=dict, blank=True)
    "Who did not get it and why, in numbers, as reckoned at the start."
    totals = models.JSONField(default=dict, blank=True)
    "How many of each state, once the rows are gone."
    scheduled_for = models.DateTimeField(_("versturen op"), null=True, blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    "What has not left by then does not leave any more: late news helps nobody (rule R-35)."
    stalled_since = models.DateTimeField(null=True)
    "Since when the mail server does not answer."
    next_try_at = models.DateTimeField(null=True)
    pause_reason = models.CharField(max_length=300, blank=True)
    count_clicks = models.BooleanField(default=False)
    unsubscribed = models.PositiveIntegerField(_("afmeldingen"), default=0)
    made_by = models.ForeignKey(
        "accounts.User", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InOwnWijkQuerySet["Editie"].as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("verzending")
        verbose_name_plural = _("verzendingen")
        ordering = ["-created_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "scheduled_for"], name="editie_due"),
            models.Index(fields=["wijk", "-created_at"], name="editie_of_wijk"),
        ]

    def __str__(self) -> str:
        return self.subject
