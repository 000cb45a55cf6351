"""When an activity of the demo takes place, counted from today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from wijkteams.activiteiten.recurrence.holidays import Kind
from wijkteams.activiteiten.recurrence.keys import rule_keys
from wijkteams.activiteiten.recurrence.rule import Rule
from wijkteams.activiteiten.recurrence.rule_text import read_rule
from wijkteams.activiteiten.recurrence.series import Series

YEAR = timedelta(days=400)


def series_of_item(item: dict[str, Any], today: date) -> Series:
    """The series: `from` days from today, or the first day after it that fits.

    `weekday` (0 is Monday) chooses the day of what is once, `rule` of what repeats.
    """
    hour = time.min if item.get("all_day") else time.fromisoformat(item["time"])
    start = datetime.combine(today + timedelta(days=item["from"]), hour)
    if "weekday" in item:
        start += timedelta(days=(item["weekday"] - start.weekday()) % 7)
    rule = _rule(item, today)
    if rule is not None:
        bare = replace(rule, until=None, count=None)
        start = next(rule_keys(bare, start, start, start + YEAR))
    return Series(
        start=start,
        end=start + timedelta(days=item["days"]) if item.get("all_day") else _end(start, item),
        all_day=item.get("all_day", False),
        rule=rule,
        skip=frozenset(Kind(name) for name in item.get("skip", [])),
    )


def _end(start: datetime, item: dict[str, Any]) -> datetime:
    return start + timedelta(hours=item["hours"])


def _rule(item: dict[str, Any], today: date) -> Rule | None:
    if "rule" not in item:
        return None
    rule = read_rule(item["rule"])
    if "until" in item:
        rule = replace(rule, until=today + timedelta(days=item["until"]))
    return rule
