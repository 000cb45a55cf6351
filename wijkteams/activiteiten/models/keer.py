"""One time that an activity takes place."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.activiteit import Activiteit

KEY = "%Y%m%dT%H%M%S"


if TYPE_CHECKING:
    from accounts.models import User


class KeerQuerySet(models.QuerySet["Keer"]):
    """Times."""

    def upcoming(self, now: datetime | None = None) -> Self:
        """What has not ended yet, the soonest first."""
        return self.filter(ends_at__gt=now or timezone.now()).order_by("starts_at", "pk")

    def visible_to(self, user: User) -> Self:
        """The times of activities of the wards that a user works for."""
        own = Activiteit.objects.visible_to(user)
        return self.filter(activiteit__in=own.values("pk"))


class Keer(models.Model):
    """One time of an activity: a row, so that a series of years is no tree of pages.

    Made from the series by `keren.sync`; what a volunteer changes of just this time stands here.
    """

    activiteit = models.ForeignKey(Activiteit, on_delete=models.CASCADE, related_name="keren")
    key = models.CharField(max_length=15)
    "When the rule lets it begin, on our clocks (20270112T100000): its name in the series."
    slug = models.CharField(max_length=20)
    "Its address behind that of the page: the day, also after it was moved."
    starts_at = models.DateTimeField(_("begin"))
    ends_at = models.DateTimeField(_("einde"))
    all_day = models.BooleanField(_("hele dag"), default=False)
    moved = models.BooleanField(_("verplaatst"), default=False)
    cancelled_at = models.DateTimeField(_("afgelast op"), null=True, blank=True)
    dropped = models.BooleanField(default=False, editable=False)
    "It lost its day in the series, not by a volunteer: it takes place again when it gets one."
    cancel_reason = models.CharField(
        _("waarom het niet doorgaat"),
        max_length=200,
        blank=True,
        help_text=_(
            "Staat op de site en in de mail. Bijvoorbeeld: 'De zaal is onder water gelopen.'"
        ),
    )
    note = models.TextField(
        _("extra tekst bij deze keer"),
        max_length=600,
        blank=True,
        help_text=_("Staat boven de uitleg. Bijvoorbeeld: 'Deze keer koken we Syrisch.'"),
    )
    capacity = models.PositiveIntegerField(
        _("aantal plekken deze keer"),
        null=True,
        blank=True,
        help_text=_("Leeg: zoals altijd. Bijvoorbeeld: 12."),
    )
    visitors = models.PositiveIntegerField(
        _("hoeveel mensen er waren"),
        null=True,
        blank=True,
        help_text=_("Ongeveer is goed. Bijvoorbeeld: 25."),
    )
    opbrengst = models.TextField(
        _("wat leverde het op?"),
        max_length=1000,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Acht buren gaan samen de perkjes onderhouden.'"),
    )

    was: tuple[datetime, datetime] | None = None
    "Not kept: its hours before it was moved just now, for who tells those who come."

    objects = KeerQuerySet.as_manager()

    class Meta:
        verbose_name = _("keer")
        verbose_name_plural = _("keren")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["activiteit", "key"], name="keer_once"),
            models.UniqueConstraint(fields=["activiteit", "slug"], name="keer_one_address"),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="keer_ends_after_start"
            ),
        ]
        indexes = [models.Index(fields=["activiteit", "starts_at"], name="keer_of_activiteit")]

    def __str__(self) -> str:
        return f"{self.activiteit} ({timezone.localtime(self.starts_at):%d-%m-%Y})"

    @property
    def named(self) -> datetime:
        """Its name as the recurrence room knows it: naive, on our clocks."""
        return datetime.strptime(self.key, KEY)

    @property
    def is_cancelled(self) -> bool:
        """Whether this time, or all of it, does not take place."""
        return self.cancelled_at is not None or self.activiteit.cancelled_at is not None

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.ends_at <= timezone.now()
