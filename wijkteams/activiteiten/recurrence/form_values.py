"""From answers to a rule, and from a series to answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.dates_field import as_pairs
from wijkteams.activiteiten.recurrence.rule import Freq, Rule, ShortMonth
from wijkteams.activiteiten.recurrence.series import Series

KINDS = [
    ("daily", _("Elke dag")),
    ("weekly", _("Elke week")),
    ("weeks", _("Om de zoveel weken")),
    ("monthly_weekday", _("Elke maand op een vaste dag, zoals de 2e dinsdag")),
    ("monthly_day", _("Elke maand op een vaste datum, zoals de 15e")),
    ("yearly", _("Elk jaar op een vaste datum")),
    ("yearly_weekday", _("Elk jaar op een vaste dag, zoals de 3e zaterdag van september")),
]


def rule_of(found: dict[str, Any], start: datetime) -> Rule | None:
    """Make the rule of what was answered; what was left open follows from the first day."""
    kind = found["repeats"]
    if not kind:
        return None
    if kind == "weeks" and (found["interval"] or 0) < 2:
        raise ValidationError(_("Vul in om de hoeveel weken het is, zoals 2."), code="interval")
    return Rule(
        interval=1 if found["interval"] is None else found["interval"],
        until=found["until"],
        count=found["count"],
        **_days(kind, found, start),
    )


def _days(kind: str, found: dict[str, Any], start: datetime) -> dict[str, Any]:
    if kind == "daily":
        return {"freq": Freq.DAILY}
    if kind in {"weekly", "weeks"}:
        return {"freq": Freq.WEEKLY, "weekdays": tuple(found["weekdays"] or [start.weekday()])}
    short_month = ShortMonth(found["short_month"] or ShortMonth.SKIP)
    on_date = {"day": found["day"] or start.day, "short_month": short_month}
    if kind == "monthly_day":
        return {"freq": Freq.MONTHLY} | on_date
    if kind == "yearly":
        return {"freq": Freq.YEARLY, "month": start.month} | on_date
    days = {"weekdays": (start.weekday(),), "nths": tuple(found["which"] or [_nth(start)])}
    if kind == "monthly_weekday":
        return {"freq": Freq.MONTHLY} | days
    return {"freq": Freq.YEARLY, "month": start.month} | days


def _nth(start: datetime) -> int:
    return (start.day - 1) // 7 + 1


def initial_of(series: Series) -> dict[str, Any]:
    """Fill in the answers that make this series."""
    rule = series.rule
    found: dict[str, Any] = {"rdates": as_pairs(series.rdates, series.start)}
    if rule is None:
        return found
    return found | {
        "repeats": _kind(rule),
        "interval": rule.interval if rule.interval > 1 else None,
        "weekdays": list(rule.weekdays) if rule.freq == Freq.WEEKLY else [],
        "which": list(rule.nths),
        "day": rule.day if rule.freq == Freq.MONTHLY or rule.day != series.start.day else None,
        "short_month": rule.short_month.value,
        "until": rule.until,
        "count": rule.count,
        "skip": [kind.value for kind in sorted(series.skip)],
        "exdates": as_pairs(series.exdates, series.start),
    }


def _kind(rule: Rule) -> str:
    if rule.freq == Freq.DAILY:
        return "daily"
    if rule.freq == Freq.WEEKLY:
        return "weekly" if rule.interval == 1 else "weeks"
    if rule.freq == Freq.MONTHLY:
        return "monthly_weekday" if rule.nths else "monthly_day"
    return "yearly_weekday" if rule.nths else "yearly"
