from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.rule import Freq, Rule
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series


def next_monday(hour: int = 10) -> datetime:
    """A Monday that is at least a week away, on our clocks."""
    today = timezone.localdate()
    day = today + timedelta(days=14 - today.weekday())
    return datetime(day.year, day.month, day.day, hour)


def activiteit_page(
    agenda: AgendaPage,
    title: str = "Koffie in De Brug",
    *,
    start: datetime | None = None,
    hours: float = 2,
    rule: Rule | None = None,
    exdates: tuple[datetime, ...] = (),
    live: bool = True,
    **fields: Any,
) -> ActiviteitPage:
    """A published activity in this agenda: next Monday from 10 to 12, or as the rule says."""
    start = start or next_monday()
    end = start + timedelta(hours=hours)
    series = Series(start=start, end=end, rule=rule, exdates=exdates)
    page = ActiviteitPage(
        title=title,
        starts_at=attach(start),
        ends_at=attach(end),
        herhaling=write_series(series) if rule else "",
        locale=agenda.locale,
        live=live,
        **fields,
    )
    agenda.add_child(instance=page)
    return page


def activiteit(agenda: AgendaPage, title: str = "Koffie in De Brug", **fields: Any) -> Activiteit:
    """The same, as what counts for times and places."""
    return Activiteit.objects.of_page(activiteit_page(agenda, title, **fields)).get()


def weekly(**values: Any) -> Rule:
    """Every Monday."""
    return Rule(freq=Freq.WEEKLY, weekdays=(0,), **values)
