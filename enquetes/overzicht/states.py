"""How far a survey is, in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enquetes.models import Stand

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Label:
    """Words, and what they mean to the reader (templates/components/status.html)."""

    words: str | Promise
    tone: str


def label_of(
    stand: str, opens_at: datetime | None = None, closes_at: datetime | None = None
) -> Label:
    """The words beside a title."""
    if stand == Stand.UITSLAG:
        return Label(_("De uitslag is bekend"), "good")
    if stand == Stand.OPEN:
        if closes_at is None:
            return Label(_("Open"), "good")
        return Label(_("Open tot en met %(day)s") % {"day": last_day(closes_at)}, "good")
    if stand == Stand.GEPLAND and opens_at is not None:
        return Label(_("Begint op %(day)s") % {"day": day(opens_at)}, "full")
    return Label(_("Gesloten"), "quiet")


def day(moment: datetime) -> str:
    """A day as one says it, on one line; with its year when that is not this one."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    this_year = local.year == timezone.localdate().year
    return date_format(local, "j F" if this_year else "j F Y").replace(" ", "\u00a0")


def last_day(closes_at: datetime) -> str:
    """The last day on which one can fill it in: what closes at midnight, closed the day before."""
    local = timezone.localtime(closes_at, timezone.get_default_timezone())
    if (local.hour, local.minute) == (0, 0):
        return day(closes_at - timedelta(minutes=1))
    return day(closes_at)
