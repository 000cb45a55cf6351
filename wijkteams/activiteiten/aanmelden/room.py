"""How much room there is, and whether one can sign up: for pages, lists, forms and screens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.aanmelden.counting import Counts, capacity_of, count, reserved_of
from wijkteams.activiteiten.models import Activiteit, Keer
from wijkteams.activiteiten.models.choices import Bereik
from wijkteams.activiteiten.recurrence.series_text import read_series

State = Literal[
    "inloop",
    "open",
    "plekken",
    "bijna_vol",
    "vol",
    "wachtlijst",
    "dicht",
    "voorbij",
    "afgelast",
]
NEARLY_FULL = 5
"'Bijna vol' is said when at most one in so many places is left."


@dataclass(frozen=True)
class Room:
    """What is left of one time; of a series that one signs up for at once, of all of it."""

    state: State
    capacity: int | None = None
    "Places in all; None: as many as come."
    taken: int = 0
    "Places that are kept for somebody, confirmed or not."
    free: int = 0
    "Places that a resident can still get; never below 0."
    waiting: int = 0
    "Sign-ups on the waiting list."
    deadline: datetime | None = None
    "Until when one can sign up; None: not at all. What shows the state is right until then."
    free_for_team: int = 0
    "Places that the team can still fill, reserved ones too; never below 0."

    @property
    def can_sign_up(self) -> bool:
        """Whether the form takes a sign-up now, if only for the waiting list."""
        return self.state in {"open", "plekken", "bijna_vol", "wachtlijst"}


def room_of(keer: Keer) -> Room:
    """The room of one time. One query, two for a series; its `activiteit` is best read along."""
    return rooms_of(keer.activiteit, [keer])[keer.pk]


def rooms_of(activiteit: Activiteit, keren: Sequence[Keer]) -> dict[int, Room]:
    """The room of these times of an activity, by key; as many queries for one as for all."""
    if not keren:
        return {}
    if not activiteit.takes_signups:
        return {keer.pk: Room(_standing(activiteit, keer) or "inloop") for keer in keren}
    counts = count(activiteit, keren)
    limit = deadline_of_series(activiteit) if activiteit.bereik == Bereik.REEKS else None
    return {keer.pk: _room(activiteit, keer, counts[keer.pk], limit) for keer in keren}


def room_by(counts: Counts, activiteit: Activiteit, keer: Keer | None) -> Room:
    """The room, with counts that are known already; without a time that of the whole series."""
    if keer is None:
        return _room_of_series(activiteit, counts)
    if not activiteit.takes_signups:
        return Room(_standing(activiteit, keer) or "inloop")
    limit = deadline_of_series(activiteit) if activiteit.bereik == Bereik.REEKS else None
    return _room(activiteit, keer, counts, limit)


def room_of_series(activiteit: Activiteit) -> Room:
    """The room of a series as a whole, for who signs up for all of it."""
    return _room_of_series(activiteit, count(activiteit, ())[None])


def _room_of_series(activiteit: Activiteit, counts: Counts) -> Room:
    state: State | None = "inloop" if not activiteit.takes_signups else None
    if activiteit.cancelled_at is not None:
        state = "afgelast"
    elif not activiteit.keren.filter(cancelled_at=None).upcoming().exists():
        state = "voorbij"
    if state:
        return Room(state)
    return _filled(activiteit, None, counts, deadline_of_series(activiteit))


def deadline_of(activiteit: Activiteit, keer: Keer) -> datetime:
    """Until when one can sign up for a time: some hours before it begins."""
    return keer.starts_at - timedelta(hours=activiteit.closes_hours_before)


def deadline_of_series(activiteit: Activiteit) -> datetime | None:
    """Until when one can sign up for a whole series: before its first time, like a course.

    A series without an end can be joined at any time: until the last that is known.
    """
    rule = read_series(activiteit.reeks).rule
    has_end = rule is None or rule.count is not None or rule.until is not None
    starts = activiteit.keren.filter(cancelled_at=None).values_list("starts_at", flat=True)
    start = starts.order_by("starts_at" if has_end else "-starts_at").first()
    return start and start - timedelta(hours=activiteit.closes_hours_before)


def _standing(activiteit: Activiteit, keer: Keer) -> State | None:
    """What goes before all counting."""
    if keer.cancelled_at is not None or activiteit.cancelled_at is not None:
        return "afgelast"
    return "voorbij" if keer.is_over else None


def _room(activiteit: Activiteit, keer: Keer, counts: Counts, limit: datetime | None) -> Room:
    state = _standing(activiteit, keer)
    if state is not None:
        return Room(state, capacity_of(activiteit, keer), counts.taken, waiting=counts.waiting)
    by_series = activiteit.bereik == Bereik.REEKS
    return _filled(activiteit, keer, counts, limit if by_series else deadline_of(activiteit, keer))


def _filled(
    activiteit: Activiteit, keer: Keer | None, counts: Counts, deadline: datetime | None
) -> Room:
    capacity = capacity_of(activiteit, keer)
    closed = not activiteit.is_live or deadline is None or deadline <= timezone.now()
    if capacity is None:
        state: State = "dicht" if closed else "open"
        return Room(state, None, counts.taken, waiting=counts.waiting, deadline=deadline)
    free = max(counts.free(capacity, reserved_of(activiteit, capacity)), 0)
    state = "dicht" if closed else _fullness(free, capacity, waits=activiteit.wachtlijst)
    for_team = max(counts.free_for_team(capacity), 0)
    return Room(state, capacity, counts.taken, free, counts.waiting, deadline, for_team)


def _fullness(free: int, capacity: int, *, waits: bool) -> State:
    if free == 0:
        return "wachtlijst" if waits else "vol"
    return "bijna_vol" if free * NEARLY_FULL <= capacity else "plekken"


def in_words(room: Room) -> str:
    """The room as it stands on pages and in lists; it changes only when `state` or `free` does."""
    if room.state in {"plekken", "bijna_vol"}:
        text = ngettext("Nog %(free)s plek", "Nog %(free)s plekken", room.free)
        return text % {"free": room.free}
    return {
        "inloop": _("Gewoon binnenlopen"),
        "open": _("U kunt zich aanmelden"),
        "vol": _("Vol"),
        "wachtlijst": _("Vol, er is een wachtlijst"),
        "dicht": _("Aanmelden kan niet meer"),
        "voorbij": _("Voorbij"),
        "afgelast": _("Gaat niet door"),
    }[room.state]


def states_of(activiteit: Activiteit, keren: Iterable[Keer]) -> dict[int, str]:
    """What lists keep of each time: its state (`Vermelding.status`)."""
    return {pk: room.state for pk, room in rooms_of(activiteit, list(keren)).items()}
