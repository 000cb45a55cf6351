"""A series in two parts: what lies before a time, and what begins with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.keys import rule_keys
from wijkteams.activiteiten.recurrence.rule import Rule
from wijkteams.activiteiten.recurrence.series import Series


def part_from(series: Series, key: datetime) -> Series:
    """Give the part that begins with this time; a number of times is what is left of it."""
    if not series.makes(key) and series.rule is not None:
        text = _("Dit is een extra dag. Wijzig alleen deze keer, of kies een andere keer.")
        raise ValidationError(text, code="extra")
    rule = series.rule
    if rule and rule.count:
        rule = replace(rule, count=rule.count - _number_before(rule, series.start, key))
    return replace(
        series,
        start=key,
        end=key + series.length,
        rule=rule,
        exdates=tuple(one for one in series.exdates if one >= key),
        rdates=tuple(one for one in series.rdates if one > key),
    )


def part_before(series: Series, key: datetime) -> Series | None:
    """Give the part before this time; None when nothing took place before it."""
    if key <= series.start:
        return None
    rule = series.rule
    if rule and rule.count:
        rule = replace(rule, count=_number_before(rule, series.start, key))
    elif rule:
        rule = replace(rule, until=key.date() - timedelta(days=1))
    earlier = replace(
        series,
        rule=rule,
        exdates=tuple(one for one in series.exdates if one < key),
        rdates=tuple(one for one in series.rdates if one < key),
    )
    return earlier if next(earlier.keys(), None) else None


def _number_before(rule: Rule, start: datetime, key: datetime) -> int:
    return sum(1 for _key in rule_keys(rule, start, start, key))
