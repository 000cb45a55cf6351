"""An initiative in a list: its page's words and picture, its state, and what it asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from wijkteams.initiatieven.hulp.counting import with_found
from wijkteams.initiatieven.models import HulpVraag, Initiatief, Nodig, Staat
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.row import COLUMNS, Row, as_item

if TYPE_CHECKING:
    from wagtail.models import Locale

    from wijkteams.listing import ListItem

TONES = {
    Staat.IDEE: "quiet",
    Staat.BEZIG: "good",
    Staat.KLAAR: "good",
    Staat.DOORGEGEVEN: "quiet",
    Staat.GESTOPT: "quiet",
}
"What it means to a reader (templates/components/status.html); all others: it is on its way."


@dataclass(frozen=True)
class Label:
    """How far it is, in words."""

    words: str
    tone: str


@dataclass(frozen=True)
class Hands:
    """How many people it asks for, and how many of them were found."""

    asked: int
    found: int

    @property
    def bricks(self) -> list[bool]:
        """One for each, laid or not; none where they would be no picture any more."""
        return [number < self.found for number in range(self.asked)] if self.asked <= 12 else []


@dataclass(frozen=True)
class Card:
    """One initiative."""

    initiatief: Initiatief
    item: ListItem
    label: Label
    hands: Hands | None

    @property
    def shows_state(self) -> bool:
        """'Zoekt hulp' is said once: with how many were found, when that is known."""
        return self.initiatief.staat != Staat.ZOEKT_HULP or self.hands is None

    @property
    def shows_help(self) -> bool:
        """Whether it asks for help, and its state does not say so already."""
        asks: bool = self.initiatief.zoekt_hulp
        return asks and not (self.shows_state and self.initiatief.staat == Staat.ZOEKT_HULP)

    @property
    def support(self) -> int:
        return self.initiatief.aantal_steun + self.initiatief.aantal_papier


def label_of(staat: str) -> Label:
    """How far it is, in words."""
    known = Staat(staat)
    return Label(str(known.label), TONES.get(known, "full"))


def cards_of(rows: Iterable[Initiatief], locale: Locale) -> list[Card]:
    """Many at once, in the order given; two more questions for all of them together.

    In the language of the reader where it is translated, else in Dutch, else in what there is.
    """
    rows = list(rows)
    items = items_of({row.translation_key for row in rows}, locale)
    hands = _hands(row.pk for row in rows if row.zoekt_hulp)
    return [
        Card(row, items[row.translation_key], label_of(row.staat), hands.get(row.pk))
        for row in rows
        if row.translation_key in items
    ]


def items_of(keys: set[UUID], locale: Locale) -> dict[UUID, ListItem]:
    """The best public page of each of these."""
    found: dict[UUID, list[tuple[str, Row]]] = defaultdict(list)
    rows = Vermelding.objects.filter(translation_key__in=keys, is_public=True)
    for code, *row in rows.values_list("locale__language_code", *COLUMNS) if keys else ():
        one = Row(*row)
        found[one.translation_key].append((code, one))
    order = [locale.language_code, settings.LANGUAGE_CODE]
    return {key: as_item(_best(pages, order), locale) for key, pages in found.items()}


def _best(pages: list[tuple[str, Row]], order: list[str]) -> Row:
    return min(pages, key=lambda page: order.index(page[0]) if page[0] in order else len(order))[1]


def _hands(pks: Iterable[int]) -> dict[int, Hands]:
    """'3 van 8 gevonden', of people that are asked still."""
    pks = list(pks)
    if not pks:
        return {}
    asked = HulpVraag.objects.filter(
        Q(tot=None) | Q(tot__gte=timezone.localdate()),
        initiatief__in=pks,
        is_open=True,
        soort=Nodig.MENSEN,
    )
    total: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    named = with_found(asked).values_list("initiatief", "aantal", "gevonden")
    for pk, wanted, found in named:
        total[pk][0] += wanted
        total[pk][1] += min(wanted, found)
    return {pk: Hands(*both) for pk, both in total.items()}
