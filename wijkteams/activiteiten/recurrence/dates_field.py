"""Days under each other in one box: needs no script, and a telephone can paste into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms.widgets import iso_date, iso_time
from wijkteams.activiteiten.recurrence.series import MAX_DATES

LONGEST_LINE = 40
_LINE_WITH_TIME = re.compile(
    r"(?P<day>.+?\d{4}|\d{4}-\d\d-\d\d)(?:[ ,]+(?P<time>\d{1,2}[:.]\d\d.*))?"
)


class DatesField(forms.CharField):
    """One day a line: 31-12-2026, and with `times` also 31-12-2026 14.00.

    Cleaned: pairs of a day and a time, or None for the hour at which it always begins.
    """

    widget = forms.Textarea(attrs={"rows": 3})
    default_error_messages = {
        "invalid": _("“%(line)s” is geen datum. Vul het zo in: 31-12-2026."),
        "many": _("Vul hooguit %(most)s datums in."),
    }

    def __init__(self, *, times: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", MAX_DATES * 30)
        super().__init__(**kwargs)
        self.times = times

    def clean(self, value: Any) -> tuple[tuple[date, time | None], ...]:
        typed = super().clean(value)
        lines = [line.strip() for line in re.split(r"[\n;]", typed) if line.strip()]
        if len(lines) > MAX_DATES:
            text = self.error_messages["many"]
            raise ValidationError(text, code="many", params={"most": MAX_DATES})
        return tuple(dict.fromkeys(self._read(line) for line in lines))

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return "\n".join(_typed(day, at) for day, at in value)

    def _read(self, line: str) -> tuple[date, time | None]:
        match = _LINE_WITH_TIME.fullmatch(line) if len(line) <= LONGEST_LINE else None
        day = iso_date(match["day"]) if match else None
        at = iso_time(match["time"]) if match and match["time"] else None
        if not (match and day) or (match["time"] and not (at and self.times)):
            text = self.error_messages["invalid"]
            raise ValidationError(text, code="invalid", params={"line": line[:LONGEST_LINE]})
        return date.fromisoformat(day), time.fromisoformat(at) if at else None


def as_keys(pairs: Iterable[tuple[date, time | None]], start: datetime) -> tuple[datetime, ...]:
    """Make begins of days; without an own time at the hour at which the series begins."""
    return tuple(datetime.combine(day, start.time() if at is None else at) for day, at in pairs)


def as_pairs(keys: Iterable[datetime], start: datetime) -> list[tuple[date, time | None]]:
    """Make days of begins, for in the box."""
    return [(key.date(), None if key.time() == start.time() else key.time()) for key in keys]


def _typed(day: date, at: time | None) -> str:
    return day.strftime("%d-%m-%Y") + (at.strftime(" %H.%M") if at else "")
