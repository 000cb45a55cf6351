"""Dates and times, as people here type them and as browsers send them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms.widgets import DateBoxes, DateInput, DateTimeInputs, TimeInput, iso_date, iso_time

NO_DATE = _("Dit is geen datum. Vul het zo in: 31-12-2026.")
NO_TIME = _("Dit is geen tijd. Vul het zo in: 19:30.")


class DateField(forms.DateField):
    """A day: from the browser's own picker, or typed as 31-12-2026."""

    widget = DateInput
    default_error_messages = {"required": _("Vul een datum in."), "invalid": NO_DATE}

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str) and value.strip():
            value = iso_date(value)
            if value is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class TimeField(forms.TimeField):
    """A time of the day: 19:30 or 19.30."""

    widget = TimeInput
    default_error_messages = {"required": _("Vul een tijd in."), "invalid": NO_TIME}

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and value.strip():
            value = iso_time(value)
            if value is None:
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class DateTimeField(forms.SplitDateTimeField):
    """A moment: a date and a time in two inputs, each with a label."""

    widget = DateTimeInputs
    default_error_messages = {
        "required": _("Vul een datum en een tijd in."),
        "invalid_date": NO_DATE,
        "invalid_time": NO_TIME,
    }

    def __init__(self, **kwargs: Any) -> None:
        forms.MultiValueField.__init__(self, (DateField(), TimeField()), **kwargs)
        self.error_messages["incomplete"] = self.error_messages["required"]


class BirthdayField(forms.MultiValueField):
    """A date that people know by heart, in three boxes: nobody scrolls back sixty years."""

    default_error_messages = {
        "required": _("Vul dag, maand en jaar in."),
        "invalid": _("Deze datum bestaat niet. Vul het zo in: 31 12 1960."),
        "future": _("Deze datum is nog niet geweest."),
    }

    def __init__(self, **kwargs: Any) -> None:
        wrong = {"invalid": self.default_error_messages["invalid"]}
        numbers = tuple(forms.IntegerField(min_value=1, error_messages=wrong) for _n in range(3))
        kwargs.setdefault("label", _("Geboortedatum"))
        kwargs.setdefault("widget", DateBoxes(autocomplete="bday"))
        super().__init__(numbers, **kwargs)
        self.error_messages["incomplete"] = self.error_messages["required"]

    def compress(self, data_list: list[int]) -> date | None:
        if not data_list:
            return None
        day, month, year = data_list
        try:
            found = date(year, month, day)
        except (TypeError, ValueError, OverflowError):
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
        if found > date.today():
            raise ValidationError(self.error_messages["future"], code="future")
        return found
