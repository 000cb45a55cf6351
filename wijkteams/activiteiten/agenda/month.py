"""A month as a table: weeks, days, and what is on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from wijkteams.activiteiten.agenda.lines import Line, lines_of
from wijkteams.activiteiten.agenda.periods import Month, is_near
from wijkteams.activiteiten.agenda.result import empty_words, result_words
from wijkteams.vermeldingen.upcoming import between, count_per_day

if TYPE_CHECKING:
    from wijkteams.activiteiten.agenda.asked import Asked
    from wijkteams.activiteiten.models import AgendaPage
    from wijkteams.vermeldingen.querying import Choice

MOST_NAMED = 600
"A month with more shows numbers: names would make it too long to load and to read."
NAMED_A_DAY = 3


@dataclass(frozen=True)
class Cell:
    """A day of the table."""

    day: date
    inside: bool
    "Whether it is of this month; else it fills up the week."
    url: str = ""
    count: int = 0
    lines: list[Line] = field(default_factory=list)
    is_today: bool = False

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.lines)


def month_context(
    page: AgendaPage, choice: Choice, asked: Asked, month: Month, today: date
) -> dict[str, Any]:
    """The month that was asked, with the ways to those around it."""
    counts = count_per_day(page.locale, choice, month.first, month.last)
    total = sum(counts.values())
    named: dict[date, list[Line]] = {}
    if 0 < total <= MOST_NAMED:
        items = between(page.locale, choice, month.first, month.last, limit=MOST_NAMED)
        named = _by_days(lines_of(items), month)
    cells = [
        [_cell(day, month, asked, counts, named, today) for day in week] for week in month.weeks()
    ]
    return {
        "month": month.first,
        "weeks": cells,
        "result": result_words(asked, total, today),
        "empty": None if total else empty_words(asked, today),
        "previous": _around(asked, month, -1, today),
        "next": _around(asked, month, 1, today),
    }


def _cell(
    day: date,
    month: Month,
    asked: Asked,
    counts: dict[date, int],
    named: dict[date, list[Line]],
    today: date,
) -> Cell:
    inside = month.first <= day <= month.last
    if not inside or not counts.get(day):
        return Cell(day, inside, is_today=day == today)
    return Cell(
        day=day,
        inside=True,
        url=asked.but(maand=None, dag=day, wanneer=""),
        count=counts[day],
        lines=named.get(day, [])[:NAMED_A_DAY],
        is_today=day == today,
    )


def _by_days(lines: list[Line], month: Month) -> dict[date, list[Line]]:
    """Lines by each day that they are on."""
    found: dict[date, list[Line]] = {}
    for line in lines:
        last = min(line.last_day or line.day, month.last)
        for number in range(max(line.day, month.first).toordinal(), last.toordinal() + 1):
            found.setdefault(date.fromordinal(number), []).append(line)
    return found


def _around(asked: Asked, month: Month, months: int, today: date) -> dict[str, Any] | None:
    other = month.shifted(months)
    if not is_near(other.first, today):
        return None
    return {"month": other.first, "url": asked.but(maand=other)}
