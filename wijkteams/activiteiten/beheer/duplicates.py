"""Is it in the agenda already? Same place or ward, about the same hour, about the same title (A9).

Only what is public, and what stands in the own ward: nobody learns of another ward's drafts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from uuid import UUID

from django.db.models import Q, QuerySet

from wijkteams.activiteiten.models import ActiviteitPage, Keer

AROUND = timedelta(hours=2)
ALIKE = 0.6
MOST = 3
CANDIDATES = 100
SMALL_WORDS = frozenset(
    ["de", "het", "een", "in", "op", "bij", "van", "voor", "en", "met", "om", "aan", "te"]
)


@dataclass(frozen=True)
class Similar:
    """An activity that may be the same one."""

    page: ActiviteitPage
    starts_at: datetime


def similar(
    title: str,
    moments: Iterable[datetime],
    *,
    wijk_id: int | None,
    locatie_id: int | None = None,
    not_this: UUID | None = None,
) -> list[Similar]:
    """The activities that look like this one, the most alike first. Two queries."""
    around = Q()
    for moment in moments:
        around |= Q(starts_at__range=(moment - AROUND, moment + AROUND))
    if not around or not _words(title):
        return []
    found = {one.page.pk: one for one in _published(around, wijk_id, locatie_id, not_this)}
    for draft in _drafts(around, wijk_id, not_this):
        found.setdefault(draft.page.pk, draft)
    scored = [(likeness(title, one.page.title), one) for one in found.values()]
    alike = sorted((pair for pair in scored if pair[0] >= ALIKE), key=lambda pair: -pair[0])
    return [one for _score, one in alike[:MOST]]


def likeness(one: str, other: str) -> float:
    """From 0 to 1; the order of words, capitals, accents and small words do not count."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return 0.0
    shared = len(set(left) & set(right)) / min(len(set(left)), len(set(right)))
    enough = min(len(set(left)), len(set(right))) > 1
    letters = SequenceMatcher(None, " ".join(sorted(left)), " ".join(sorted(right))).ratio()
    glued = SequenceMatcher(None, "".join(left), "".join(right)).ratio()
    return max(letters, glued, shared if enough else 0.0)


def _published(
    around: Q, wijk_id: int | None, locatie_id: int | None, not_this: UUID | None
) -> Iterable[Similar]:
    here = Q(activiteit__wijk_id=wijk_id)
    if locatie_id is not None:
        there = ActiviteitPage.objects.filter(locatie_id=locatie_id)
        here |= Q(activiteit__translation_key__in=there.values("translation_key"))
    keren = Keer.objects.filter(around, here, activiteit__is_live=True, cancelled_at=None)
    keren = keren.exclude(activiteit__translation_key=not_this) if not_this else keren
    rows = keren.order_by("starts_at").values_list("activiteit__translation_key", "starts_at")
    first: dict[UUID, datetime] = {}
    for key, starts_at in rows[:CANDIDATES]:
        first.setdefault(key, starts_at)
    own = Q(wijk_id=wijk_id)
    for page in _faces().filter(own | Q(pk__in=_public()), translation_key__in=first):
        yield Similar(page, first[page.translation_key])


def _drafts(around: Q, wijk_id: int | None, not_this: UUID | None) -> Iterable[Similar]:
    drafts = _faces().filter(around, Q(wijk_id=wijk_id), live=False)
    drafts = drafts.exclude(translation_key=not_this) if not_this else drafts
    return [Similar(page, page.starts_at) for page in drafts[:CANDIDATES]]


def _faces() -> QuerySet[ActiviteitPage]:
    """One page of each activity is enough, in whatever language it was written."""
    return ActiviteitPage.objects.filter(alias_of=None).select_related("locale").order_by("pk")


def _public() -> QuerySet[ActiviteitPage]:
    found: QuerySet[ActiviteitPage] = ActiviteitPage.objects.live().public().values("pk")
    return found


def _words(title: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", title.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [word for word in re.findall(r"\w+", plain) if word not in SMALL_WORDS]
