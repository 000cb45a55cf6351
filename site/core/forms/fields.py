"""Fields for what everybody has: an e-mail address, a telephone, a postcode."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_POSTCODE = re.compile(r"^([1-9]\d{3})([A-Z]{2})?$")


class EmailField(forms.EmailField):
    """Somebody's own e-mail address, which the browser may fill in."""

    default_error_messages = {
        "required": _("Vul uw e-mailadres in."),
        "invalid": _("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("E-mailadres"))
        super().__init__(**kwargs)
        self.widget.attrs.update({"autocomplete": "email", "spellcheck": "false"})


class PhoneField(forms.CharField):
    """A telephone number, typed with any spaces or dashes; kept with digits only."""

    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    default_error_messages = {
        "invalid": _("Dit is geen telefoonnummer. Vul het zo in: 06 12 34 56 78."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Telefoonnummer"))
        kwargs.setdefault("max_length", 25)
        super().__init__(**kwargs)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        number = re.sub(r"[\s().\-]", "", typed).replace("+310", "+31")
        if number and not re.fullmatch(r"(?:\+|00)?\d{10,15}", number):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return number


class PostcodeField(forms.CharField):
    """A Dutch postcode, with or without its letters; kept as 5014 AB."""

    default_error_messages = {
        "invalid": _("Dit is geen postcode. Vul het zo in: 5014 AB."),
        "letters": _("Vul ook de twee letters van uw postcode in, zoals 5014 AB."),
    }

    def __init__(self, *, letters: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Postcode"))
        kwargs.setdefault("max_length", 10)
        super().__init__(**kwargs)
        self.letters = letters
        self.widget.attrs.update({"autocomplete": "postal-code", "class": "is-short"})

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        if not typed:
            return typed
        match = _POSTCODE.match(re.sub(r"\s", "", typed).upper())
        if not match:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if self.letters and not match[2]:
            raise ValidationError(self.error_messages["letters"], code="letters")
        return " ".join(part for part in match.groups() if part)


class NumberField(forms.IntegerField):
    """A whole number in a short box with figure keys; no arrows that change it by scrolling."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "is-short"})
    default_error_messages = {"invalid": _("Vul een getal in, zoals 3.")}


class WebAddressField(forms.URLField):
    """An address on the web; https:// need not be typed."""

    default_error_messages = {
        "invalid": _("Dit is geen webadres. Vul het zo in: www.voorbeeld.nl."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Webadres"))
        super().__init__(assume_scheme="https", **kwargs)
        self.widget.attrs.update({"autocomplete": "url", "spellcheck": "false"})
