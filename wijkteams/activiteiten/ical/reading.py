"""What a calendar tells of activities, read in as many queries for one as for five hundred."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from wijkteams.activiteiten.ical.choosing import KEPT, Shown
from wijkteams.activiteiten.keren.days_off import closed_days
from wijkteams.activiteiten.keren.sync import HORIZON
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.recurrence.holidays import Period
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import read_series

FACE = (
    "pk",
    "translation_key",
    "title",
    "summary",
    "place_note",
    "online_link",
    "is_free",
    "costs",
    "bring",
    "contact_phone",
    "contact_email",
    "locatie__name",
    "locatie__street",
    "locatie__postcode",
    "locatie__city",
    "locatie__latitude",
    "locatie__longitude",
)
DIFFERS = Q(moved=True) | Q(cancelled_at__isnull=False) | ~Q(note="")
KNOWN = 2 * HORIZON
"How far ahead days off are told; further on nobody looks in a calendar."


@dataclass(frozen=True)
class Told:
    """One activity as a calendar tells it, in one language."""

    activiteit: Activiteit
    series: Series
    face: Mapping[str, Any]
    "Columns of its page, by name (FACE)."
    address: str
    themas: Sequence[str] = ()
    differing: Sequence[Keer] = field(default=())
    "Times that were moved, called off, or have a note."


def read(shown: Iterable[Shown]) -> list[Told]:
    """What was chosen, in the same order."""
    addresses = {one.page_id: one.address for one in shown}
    rows = ActiviteitPage.objects.filter(pk__in=addresses).values(*FACE)
    faces = {row["pk"]: row for row in rows}
    known = _activities({row["translation_key"] for row in faces.values()})
    series = all_series(known.values())
    themas, differing = _themas(faces), _differing(known.values())
    return [
        Told(
            activiteit=known[face["translation_key"]],
            series=series[known[face["translation_key"]].pk],
            face=face,
            address=address,
            themas=themas.get(page_id, ()),
            differing=differing.get(known[face["translation_key"]].pk, ()),
        )
        for page_id, address in addresses.items()
        if (face := faces.get(page_id)) and face["translation_key"] in known
    ]


def all_series(activities: Iterable[Activiteit]) -> dict[int, Series]:
    """The series of activities; the list of days off is read once, and only when one asks it."""
    bare = {one.pk: read_series(one.reeks) for one in activities}
    asking = [series.start.date() for series in bare.values() if series.skip]
    closed = closed_days(min(asking), timezone.localdate() + KNOWN) if asking else ()
    return {
        one.pk: read_series(one.reeks, _since(closed, bare[one.pk].start.date()))
        if bare[one.pk].skip
        else bare[one.pk]
        for one in activities
    }


def _since(closed: Sequence[Period], first: date) -> tuple[Period, ...]:
    return tuple(period for period in closed if period.last >= first)


def _activities(keys: set[UUID]) -> dict[UUID, Activiteit]:
    found = Activiteit.objects.filter(translation_key__in=keys, is_live=True)
    return {one.translation_key: one for one in found}


def _differing(activities: Iterable[Activiteit]) -> dict[int, list[Keer]]:
    found: dict[int, list[Keer]] = defaultdict(list)
    since = timezone.now() - KEPT - timedelta(days=1)
    keren = Keer.objects.filter(DIFFERS, activiteit__in=list(activities), starts_at__gt=since)
    for keer in keren.order_by("key"):
        found[keer.activiteit_id].append(keer)
    return found


def _themas(pages: Iterable[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    links = ActiviteitPage._meta.get_field("themas").remote_field.through  # type: ignore[union-attr]
    rows = links._default_manager.filter(activiteitpage__in=list(pages)).order_by("thema__name")
    for page_id, name in rows.values_list("activiteitpage_id", "thema__name"):
        found[page_id].append(name)
    return found
