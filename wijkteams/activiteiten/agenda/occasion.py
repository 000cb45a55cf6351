"""An activity as it stands now: which time one can come to, and the times after it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Case, Q, When
from django.utils import timezone

from core import page_cache
from wijkteams.activiteiten.aanmelden.room import Room, rooms_of
from wijkteams.activiteiten.keren.series import once_of, series_of_page
from wijkteams.activiteiten.keren.sync import new_row
from wijkteams.activiteiten.models import Activiteit, Keer
from wijkteams.activiteiten.recurrence.expand import upcoming
from wijkteams.activiteiten.recurrence.series_text import read_series

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage
    from wijkteams.activiteiten.recurrence.series import Series

SHOWN = 8
"So many times to come are told on the page of a series."


@dataclass(frozen=True)
class Occasion:
    """What the page of an activity, or of one time of it, is about."""

    activiteit: Activiteit
    keer: Keer | None
    "The time that is shown: the one that was asked, else the next, else the last. None: never was."
    coming: list[Keer] = field(default_factory=list)
    "The times that did not end yet, called off or not."
    rooms: dict[int, Room] = field(default_factory=dict)
    series: Series | None = None
    is_one_time: bool = False
    "Whether this is the page of one time of a series."

    @property
    def room(self) -> Room | None:
        """How much room the time that is shown has."""
        return self.rooms.get(self.keer.pk) if self.keer else None

    @property
    def is_series(self) -> bool:
        """Whether there is more than one time."""
        return self.series is not None and bool(self.series.rule or self.series.rdates)

    @property
    def is_off(self) -> bool:
        """Whether what is shown does not take place."""
        return self.keer is not None and self.keer.is_cancelled

    @property
    def next(self) -> Keer | None:
        """The next time that one can come to."""
        return next((keer for keer in self.coming if not keer.is_cancelled), None)


def occasion_of(page: ActiviteitPage, dag: str = "") -> Occasion:
    """Read once for each visit; `dag`: the time that the address names, at the first call."""
    known: Occasion | None = page.__dict__.get("_occasion")
    if known is None:
        known = page.__dict__["_occasion"] = _read(page, dag)
    return known


def _read(page: ActiviteitPage, dag: str) -> Occasion:
    keren = Keer.objects.filter(activiteit__translation_key=page.translation_key)
    keren = keren.select_related("activiteit")
    series, now = _series(page), timezone.now()
    # The one that was asked may be long ago or far ahead: it goes first.
    is_asked = Case(When(slug=dag, then=0), default=1)
    wanted = keren.filter(Q(ends_at__gt=now) | Q(slug=dag)).order_by(is_asked, "starts_at")
    found = list(wanted[: SHOWN + 1])
    asked = next((keer for keer in found if dag and keer.slug == dag), None)
    coming = sorted((k for k in found if k.ends_at > now), key=lambda k: k.starts_at)[:SHOWN]
    if asked is None and not coming:
        asked = keren.order_by("-starts_at").first()
        if asked is None:
            return _not_yet(page, series)
        return _with_rooms(Occasion(asked.activiteit, asked, series=series))
    shown = asked or next((one for one in coming if not one.is_cancelled), coming[0])
    is_one_time = asked is not None
    return _with_rooms(Occasion(shown.activiteit, shown, coming, {}, series, is_one_time))


def _with_rooms(found: Occasion) -> Occasion:
    """What is said about room is right until one of these moments."""
    wanted = {keer.pk: keer for keer in (*found.coming, found.keer) if keer is not None}
    rooms = rooms_of(found.activiteit, list(wanted.values()))
    now = timezone.now()
    moments = [moment for keer in wanted.values() for moment in (keer.starts_at, keer.ends_at)]
    moments += [room.deadline for room in rooms.values() if room.deadline]
    for moment in moments:
        if moment > now:
            page_cache.valid_until(moment)
    return Occasion(
        found.activiteit, found.keer, found.coming, rooms, found.series, found.is_one_time
    )


def _series(page: ActiviteitPage) -> Series | None:
    """The series for its words: which days are off is not asked."""
    try:
        once = once_of(page.starts_at, page.ends_at, all_day=page.all_day)
        if not page.herhaling:
            return once
        return replace(read_series(page.herhaling), start=once.start, end=once.end)
    except (ValidationError, ValueError, TypeError):  # a draft that is not right yet
        return None


def _not_yet(page: ActiviteitPage, series: Series | None) -> Occasion:
    """A draft that was never published, for who looks at it beforehand."""
    activiteit = Activiteit(translation_key=page.translation_key, title=page.title)
    if series is None:
        return Occasion(activiteit, None)
    today = min(timezone.localdate(), series.start.date()) if not series.rule else None
    found = upcoming(series_of_page(page), today or timezone.localdate(), SHOWN)
    coming = [new_row(activiteit, one) for one in found]
    return Occasion(activiteit, coming[0] if coming else None, coming, series=series)
