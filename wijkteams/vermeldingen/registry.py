"""What can be listed. Apps register their kinds in `ready()`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from wagtail.models import Page


@dataclass(frozen=True)
class Details:
    """What only its own app knows of an item; what all pages have is read from the page."""

    starts_at: datetime | None = None
    ends_at: datetime | None = None
    has_time: bool = False
    "Whether the hour of `starts_at` says something; else only its day does."
    relevant_until: date | None = None
    occurrence: str = ""
    "Which of a series, such as '2026-11-22'; it stands behind the address of the page."
    status: str = ""
    "A key of the kind's `statuses`."
    place: str = ""
    wijk_ids: tuple[int, ...] = ()
    "Other wards that it is for."
    marks: frozenset[str] = frozenset()
    "Which of the kind's `marks` it has, such as 'gratis'."


AsVermelding: TypeAlias = "Callable[[Any], Iterable[Details]]"
Prepare: TypeAlias = "Callable[[list[Any]], object]"
MOST_MARKS = 62
"The bits of a number in the database, but one."


@dataclass(frozen=True)
class Kind:
    """A sort of page: its name, and how a row is made of it."""

    name: str
    model: type[Page]
    label: str | Promise
    as_vermelding: AsVermelding
    marks: tuple[str, ...] = ()
    "What rows may be chosen by. Only add at the end: each is a bit, by its place."
    prepare: Prepare | None = None
    "Reads at once what `as_vermelding` needs of many pages, and leaves it on them."
    ages: bool = False
    "Whether the clock alone may change the status of its rows, and take away those that are past."

    def bits_of(self, marks: Iterable[str]) -> int:
        """These marks as one number. Raises ValueError for one that was not registered."""
        return sum(1 << self.marks.index(name) for name in set(marks))

    def marks_in(self, bits: int) -> frozenset[str]:
        """The marks of such a number."""
        return frozenset(name for place, name in enumerate(self.marks) if bits >> place & 1)


_KINDS: dict[str, Kind] = {}
_BY_MODEL: dict[type[Page], Kind] = {}


def just_once(page: Any) -> Iterable[Details]:
    """For pages that no list orders by date."""
    return [Details()]


def register_kind(
    name: str,
    model: type[Page],
    label: str | Promise,
    as_vermelding: AsVermelding = just_once,
    *,
    marks: tuple[str, ...] = (),
    prepare: Prepare | None = None,
    ages: bool = False,
) -> None:
    """Let pages of this type have rows. Each page type that can be opened has a kind."""
    from wijkteams.vermeldingen.events import watch

    known = _KINDS.get(name)
    if known is not None and known.model is not model:
        raise ValueError(f"Two page types are listed as {name!r}.")
    if len(marks) > MOST_MARKS:
        raise ValueError(f"{name!r} has more marks than fit in a number.")
    kind = Kind(name, model, label, as_vermelding, marks, prepare, ages)
    _KINDS[name] = _BY_MODEL[model] = kind
    watch(model)


def kind_named(name: str) -> Kind:
    """The kind of a row."""
    return _KINDS[name]


def kind_of(page: Page) -> Kind | None:
    """The kind of a page in its own type; None for what has no rows, such as the root."""
    return _BY_MODEL.get(type(page))


def kinds() -> list[Kind]:
    """All kinds, by name."""
    return [kind for _name, kind in sorted(_KINDS.items())]
