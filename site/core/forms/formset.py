"""Several times the same few questions: persons, dates, addresses. Works without JavaScript."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME, TOTAL_FORM_COUNT
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _


class HouseFormSet(forms.BaseFormSet):  # type: ignore[type-arg]
    """Rows with a name and a number. A button sends the form to get one more row.

    A view needs nothing for that: who asks for a row gets `is_valid() == False`, the form again,
    all that was typed, and no errors yet.
    """

    row_name: Any = _("Regel")
    more_label: Any = _("Nog een toevoegen")

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.asks_for_more = self.is_bound and self.more_name in self.data
        if self.asks_for_more:
            self.data = self._with_one_more(self.data)

    def _with_one_more(self, sent: Any) -> Any:
        data = sent.copy()
        total = f"{self.prefix}-{TOTAL_FORM_COUNT}"
        if str(data.get(total, "")).isdecimal():  # else the management form says what is wrong
            data[total] = str(min(int(data[total]) + 1, self.max_num))
        return data

    @property
    def more_name(self) -> str:
        """The name of the button that asks for one more row."""
        return f"{self.prefix}-more"

    @property
    def can_grow(self) -> bool:
        """Whether one more row fits."""
        return self.total_form_count() < self.max_num

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        number = (index or 0) + 1
        form.row_title = f"{self.row_name} {number}"
        if DELETION_FIELD_NAME in form.fields:
            label = _("Haal %(row)s weg") % {"row": form.row_title[:1].lower() + form.row_title[1:]}
            form.fields[DELETION_FIELD_NAME].label = label
            form.fields[DELETION_FIELD_NAME].hide_optional = True  # nobody would think it is not

    def full_clean(self) -> None:
        if not (self.asks_for_more and self.management_form.is_valid()):
            super().full_clean()
            return
        for form in self.forms:
            form._errors = ErrorDict()
            form.cleaned_data = {}
        self._errors = [form.errors for form in self.forms]
        self._non_form_errors = self.error_class()

    def is_valid(self) -> bool:
        return not self.asks_for_more and super().is_valid()
