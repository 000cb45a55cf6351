"""Inputs that Django does not have, or has differently. Browsers' own pickers where they exist."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_DUTCH_DATE = re.compile(r"^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})\s*$")


def iso_date(typed: str) -> str | None:
    """31-12-2026, as people here type it, as 2026-12-31; None when it is no date."""
    match = _DUTCH_DATE.match(typed)
    try:
        if match:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day).isoformat()
        return date.fromisoformat(typed.strip()).isoformat()
    except ValueError:
        return None


def iso_time(typed: str) -> str | None:
    """9.30 or 09:30 as 09:30; None when it is no time."""
    try:
        hour, minute = re.split(r"[:.]", typed.strip().removesuffix("uur").strip())[:2]
        return time(int(hour), int(minute)).strftime("%H:%M")
    except ValueError:
        return None


class DateInput(forms.DateInput):
    """The browser's own date input; plain text while it holds something else."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        shown = iso_date(value) if isinstance(value, str) and value else value
        context = super().get_context(name, value if shown is None else shown, attrs)
        if value and shown is None:
            context["widget"]["type"] = "text"
        return context


class TimeInput(forms.TimeInput):
    """The browser's own time input; plain text while it holds something else."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        shown = iso_time(value) if isinstance(value, str) and value else value
        context = super().get_context(name, value if shown is None else shown, attrs)
        if value and shown is None:
            context["widget"]["type"] = "text"
        return context


class DateTimeInputs(forms.SplitDateTimeWidget):
    """A date and a time, each with its own label."""

    labels = (_("Datum"), _("Tijd"))

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        forms.MultiWidget.__init__(self, (DateInput(), TimeInput()), attrs)


class DateBoxes(forms.MultiWidget):
    """Day, month and year in three boxes: for a date that people know by heart."""

    labels = (_("Dag"), _("Maand"), _("Jaar"))
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None, autocomplete: str = "") -> None:
        names = ("day", "month", "year")
        boxes = [
            forms.TextInput(
                {
                    "inputmode": "numeric",
                    "maxlength": 4 if name == "year" else 2,
                    **({"autocomplete": f"{autocomplete}-{name}"} if autocomplete else {}),
                }
            )
            for name in names
        ]
        super().__init__(dict(zip(names, boxes, strict=True)), attrs)

    def decompress(self, value: date | None) -> list[int | None]:
        return [value.day, value.month, value.year] if value else [None, None, None]


class Scale(forms.RadioSelect):
    """Figures in a row, with words for both ends. Other answers stand below it."""

    nlds = "scale"

    def __init__(self, *args: Any, ends: Sequence[Any] = ("", ""), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ends = tuple(ends)


class PhotosInput(forms.FileInput):
    """Several pictures at once, and those that are there already."""

    nlds = "photos"
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, list[Any]]:
        removed = f"{name}-remove"
        listed = data.getlist(removed) if hasattr(data, "getlist") else data.get(removed, [])
        chosen = files.getlist(name) if hasattr(files, "getlist") else files.get(name, [])
        return {"added": chosen, "removed": listed}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in files and f"{name}-remove" not in data
