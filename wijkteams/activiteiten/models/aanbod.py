"""What somebody without an account asks to be put in an agenda."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.querysets import InOwnWijkQuerySet


class AanbodQuerySet(InOwnWijkQuerySet["Aanbod"]):
    """Activities that were sent in."""

    def to_read(self) -> Self:
        """What an editor still has to look at; not before its sender confirmed it."""
        return self.filter(status=Aanbod.Status.NIEUW)

    def confirmed(self) -> Self:
        """What editors see at all."""
        return self.exclude(status=Aanbod.Status.TE_BEVESTIGEN)


class Aanbod(models.Model):
    """An activity that an organisation sent in (requirement A8). An editor decides what becomes
    of it; where it stands on a front page is never up to who sent it.

    Without a wijk it is for the whole city.
    """

    class Status(models.TextChoices):
        """How it stands."""

        TE_BEVESTIGEN = "te_bevestigen", _("Nog niet bevestigd")
        NIEUW = "nieuw", _("Nieuw")
        OVERGENOMEN = "overgenomen", _("Overgenomen")
        AFGEWEZEN = "afgewezen", _("Niet geplaatst")

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        on_delete=models.CASCADE,
        related_name="aanbod",
    )
    status = models.CharField(
        _("stand"), max_length=15, choices=Status, default=Status.TE_BEVESTIGEN
    )
    title = models.CharField(_("titel"), max_length=120)
    day = models.DateField(_("dag"))
    "Of what repeats: the first time."
    begins = models.TimeField(_("begint om"))
    ends = models.TimeField(_("tot"))
    when_in_words = models.CharField(_("wanneer nog meer"), max_length=300, blank=True)
    place = models.CharField(_("waar"), max_length=120)
    audience = models.CharField(_("voor wie"), max_length=200, blank=True)
    costs = models.CharField(_("wat kost het"), max_length=100, blank=True)
    text = models.TextField(_("uitleg"), max_length=3000)
    organisation = models.CharField(_("organisatie"), max_length=120)
    contact_name = models.CharField(_("naam"), max_length=100)
    contact_email = models.EmailField(_("e-mailadres"))
    contact_phone = models.CharField(_("telefoon"), max_length=30, blank=True)
    show_contact = models.BooleanField(_("contact bij de activiteit"), default=False)
    "Whether mail and telephone may stand on the page; otherwise they are for the team alone."
    language = models.CharField(max_length=10, default="nl")
    code = models.CharField(max_length=32, unique=True)
    "Random; with the key of the site it makes the link in the mail (`aanbod.tokens`)."
    request_key = models.CharField(max_length=64, unique=True)
    "Sent along by the form: the same form sent twice is one."
    created_at = models.DateTimeField(_("ingestuurd"), auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(_("waarom niet"), max_length=1000, blank=True)
    page_key = models.UUIDField(null=True, unique=True)
    "The translation_key of the page that was made of it."
    told_at = models.DateTimeField(null=True)
    "When its sender was told that it is in the agenda: once."

    objects = AanbodQuerySet.as_manager()

    # Nobody has to know of it before a ward may go.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("ingestuurde activiteit")
        verbose_name_plural = _("ingestuurde activiteiten")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["wijk", "status"], name="aanbod_of_wijk")]

    def __str__(self) -> str:
        return self.title

    @property
    def starts_at(self) -> datetime:
        """When it begins, on our clocks."""
        return attach(datetime.combine(self.day, self.begins))

    @property
    def ends_at(self) -> datetime:
        """When it ends; an end that is earlier than the begin lies in the night after it."""
        night = timedelta(days=1) if self.ends <= self.begins else timedelta()
        return attach(datetime.combine(self.day, self.ends) + night)
