"""Questions to which one types an answer. No text with a BSN is kept (R-13)."""

from __future__ import annotations

import math
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DateField, FreeTextField, GuardsBsn, PostcodeField, refuse_bsn
from enquetes.models import Enquete
from enquetes.vragen import Vraag

SHORT, LONG = 300, 5000
"How many signs an answer may have."


class ShortField(GuardsBsn, forms.CharField):
    """One line."""

    default_error_messages = {"required": gettext_lazy("Vul hier iets in.")}

    def clean(self, value: Any) -> Any:
        return super().clean(value) or None


class LongField(FreeTextField):
    """Several lines."""

    default_error_messages = {"required": gettext_lazy("Vul hier iets in.")}

    def clean(self, value: Any) -> Any:
        return super().clean(value) or None


class AmountField(forms.CharField):
    """A number, with a comma or a point; `clean` gives a number, or None."""

    default_error_messages = {
        "required": gettext_lazy("Vul een getal in."),
        "invalid": gettext_lazy("Vul een getal in, zoals 3 of 2,5."),
    }

    def __init__(self, *, least: float | None, most: float | None, **kwargs: Any) -> None:
        self.least, self.most = least, most
        attrs = {"inputmode": "decimal", "class": "is-short", "autocomplete": "off"}
        super().__init__(max_length=20, widget=forms.TextInput(attrs), **kwargs)

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        if not typed:
            return None
        refuse_bsn(typed)
        try:
            number = float(typed.replace(" ", "").replace(",", "."))
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        self._check(number)
        return int(number) if number.is_integer() else number

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, float):
            return in_figures(value)
        return value

    def _check(self, number: float) -> None:
        if self.least is not None and number < self.least:
            text = _("Vul een getal in van %(least)s of meer.")
            raise ValidationError(text % {"least": in_figures(self.least)}, code="too_low")
        if self.most is not None and number > self.most:
            text = _("Vul een getal in van %(most)s of minder.")
            raise ValidationError(text % {"most": in_figures(self.most)}, code="too_high")


def in_figures(number: float) -> str:
    """A number as people here write it: 8, and 2,5."""
    return str(number_format(int(number) if number == int(number) else number))


class DayField(DateField):
    """A day; `clean` gives 'YYYY-MM-DD', or None."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        return found.isoformat() if found else None


class OwnPostcodeField(PostcodeField):
    """Four figures, with the letters if they like; `clean` gives '2801' or '2801AB', or None."""

    default_error_messages = {
        "required": gettext_lazy("Vul de vier cijfers van uw postcode in."),
        "invalid": gettext_lazy("Dit is geen postcode. Vul vier cijfers in, zoals 5014."),
    }

    def clean(self, value: Any) -> Any:
        return super().clean(value).replace(" ", "") or None


def short(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Korte tekst'."""
    return ShortField(max_length=SHORT, widget=forms.TextInput({"autocomplete": "off"}))


def long(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Lange tekst'."""
    return LongField(max_length=LONG, help_text=_("Zet er geen namen of adressen in."))


def amount(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Getal'."""
    return AmountField(least=vraag.minimum, most=vraag.maximum)


def day(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Datum'."""
    return DayField()


def postcode(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Postcode': the letters are too much for most surveys, and that is said."""
    return OwnPostcodeField(
        letters=False,
        help_text=_(
            "De vier cijfers zijn genoeg. Met de letters erbij zijn er maar weinig huizen."
        ),
    )


def other() -> forms.Field:
    """The text of 'Anders, namelijk'."""
    return ShortField(
        label=_("Anders, namelijk:"),
        max_length=SHORT,
        required=False,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
