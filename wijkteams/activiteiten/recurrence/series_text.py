"""A whole series as text, for keeping in one column: the lines of RFC 5545, and what to skip.

    DTSTART:20270112T100000
    DTEND:20270112T120000
    RRULE:FREQ=MONTHLY;BYDAY=2TU
    X-SKIP:schoolvakantie

Times are on our clocks, without a zone. Days off are not part of it: whoever reads hands them in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.rule_text import read_rule, write_rule
from wijkteams.activiteiten.recurrence.series import MAX_DATES, Series

MAX_LENGTH = 500 + 2 * MAX_DATES * 16
NAMES = {"DTSTART", "DTEND", "RRULE", "EXDATE", "RDATE", "X-SKIP"}
UNREADABLE = _("Deze reeks kunnen we niet lezen.")
_TIME = re.compile(r"[0-9]{8}(?:T[0-9]{6})?")


def write_series(series: Series) -> str:
    """Write a series; the same series gives the same text."""
    form = "%Y%m%d" if series.all_day else "%Y%m%dT%H%M%S"
    lines = {
        "DTSTART": series.start.strftime(form),
        "DTEND": series.end.strftime(form),
        "RRULE": write_rule(series.rule) if series.rule else "",
        "EXDATE": ",".join(key.strftime(form) for key in series.exdates),
        "RDATE": ",".join(key.strftime(form) for key in series.rdates),
        "X-SKIP": ",".join(sorted(series.skip)),
    }
    return "\n".join(f"{name}:{value}" for name, value in lines.items() if value)


def read_series(text: str, closed: Iterable[Period] = ()) -> Series:
    """Read a series that `write_series` wrote; anything else is refused."""
    lines = [line.partition(":") for line in text.strip().splitlines()]
    said = {name: value.strip() for name, _sign, value in lines}
    if len(text) > MAX_LENGTH or len(said) != len(lines) or not {"DTSTART", "DTEND"} <= said.keys():
        raise ValidationError(UNREADABLE, code="unreadable")
    if said.keys() - NAMES:
        raise ValidationError(UNREADABLE, code="unreadable")
    try:
        return _made(said, tuple(closed))
    except ValueError:
        raise ValidationError(UNREADABLE, code="unreadable") from None


def _made(said: dict[str, str], closed: tuple[Period, ...]) -> Series:
    times: dict[str, Any] = {
        name: _times(said.get(name, "")) for name in ("DTSTART", "DTEND", "EXDATE", "RDATE")
    }
    (start,), (end,) = times["DTSTART"], times["DTEND"]
    skip = [Kind(one) for one in said.get("X-SKIP", "").split(",") if one]
    return Series(
        start=start,
        end=end,
        all_day="T" not in said["DTSTART"],
        rule=read_rule(said["RRULE"], start) if "RRULE" in said else None,
        exdates=times["EXDATE"],
        rdates=times["RDATE"],
        skip=frozenset(skip),
        closed=closed,
    )


def _times(text: str) -> tuple[datetime, ...]:
    found = [one for one in text.split(",") if one]
    if not all(_TIME.fullmatch(one) for one in found):
        raise ValueError("no time")
    return tuple(
        datetime.strptime(one.ljust(9, "T").ljust(15, "0"), "%Y%m%dT%H%M%S") for one in found
    )
