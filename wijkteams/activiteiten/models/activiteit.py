"""The identity of an activity, whatever language it is read in."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models.choices import Bereik, Inschrijving
from wijkteams.querysets import InOwnWijkQuerySet

if TYPE_CHECKING:
    from wijkteams.activiteiten.models.activiteit_page import ActiviteitPage


class ActiviteitQuerySet(InOwnWijkQuerySet["Activiteit"]):
    """Activities."""

    def locked(self, pk: int) -> Activiteit:
        """The activity, held until the transaction ends: whoever counts places does so alone.

        On SQLite the transaction itself holds everything (IMMEDIATE). Raises DoesNotExist.
        """
        return self.select_for_update(of=("self",)).get(pk=pk)

    def of_page(self, page: ActiviteitPage) -> Self:
        """The identity of this page: the same for its translations."""
        return self.filter(translation_key=page.translation_key)


class Activiteit(models.Model):
    """Something one can come to, as it was last published. `ActiviteitPage` is its face, one in
    each language; its times (`Keer`) and sign-ups (`Aanmelding`) hang here.

    Written by `keren.publishing` when the page in the language of the ward is published.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        on_delete=models.CASCADE,
        related_name="activiteiten",
        verbose_name=_("wijk"),
    )
    title = models.CharField(_("titel"), max_length=255)
    reeks = models.TextField(_("reeks"))
    "The series as text: recurrence.series_text."
    is_live = models.BooleanField(_("gepubliceerd"), default=False)
    inschrijving = models.CharField(max_length=10, choices=Inschrijving, default=Inschrijving.GEEN)
    bereik = models.CharField(max_length=10, choices=Bereik, default=Bereik.KEER)
    capacity = models.PositiveIntegerField(null=True)
    "Places in all; None: as many as come."
    reserved = models.PositiveIntegerField(default=0)
    "Places of `capacity` that the team keeps for who comes by phone or in person."
    max_group = models.PositiveSmallIntegerField(default=4)
    wachtlijst = models.BooleanField(default=True)
    closes_hours_before = models.PositiveSmallIntegerField(default=0)
    keep_days = models.PositiveSmallIntegerField(default=30)
    ical_uid = models.CharField(max_length=200, unique=True)
    ical_sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(auto_now=True)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(_("waarom het niet doorgaat"), max_length=200, blank=True)
    split_from = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="parts"
    )
    "The series of which this one is the later part ('deze en volgende')."
    horizon = models.DateField(null=True)
    "Until when its times are there as rows; None: all of them are."

    objects = ActiviteitQuerySet.as_manager()

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(capacity=None) | models.Q(reserved__lte=models.F("capacity")),
                name="activiteit_reserved_fits",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def takes_signups(self) -> bool:
        """Whether one can sign up at all."""
        return self.inschrijving != Inschrijving.GEEN


def new_uid(translation_key: uuid.UUID) -> str:
    """The UID of an activity made here (RFC 7986, 5.3: nothing in it says anything)."""
    return f"{translation_key}@wijkplein"
