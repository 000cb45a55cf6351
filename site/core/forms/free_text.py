"""Fields in which people write what they like; a BSN is refused before anything is kept."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.security.bsn import holds_bsn

# Says not which number: an error message may be logged, or shown on a shared screen.
MESSAGE = _(
    "Hier staat een getal dat lijkt op een burgerservicenummer (BSN). Dat mogen wij niet bewaren. "
    "Haal het weg. Is het iets anders, zet er dan bij wat het is, zoals: telefoon."
)


def refuse_bsn(value: str) -> None:
    """Validator for any text that a resident types (UAVG art. 46)."""
    if holds_bsn(value):
        raise ValidationError(MESSAGE, code="bsn")


class GuardsBsn(forms.Field):
    """Put before a field of text: `class NameField(GuardsBsn, forms.CharField)`."""

    default_validators = [refuse_bsn]


class FreeTextField(GuardsBsn, forms.CharField):
    """A story, a question, a remark: several lines."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea({"rows": rows}))
        kwargs.setdefault("max_length", 5000)
        super().__init__(**kwargs)


class LineField(GuardsBsn, forms.CharField):
    """A few words on one line."""

    default_error_messages = {"required": _("Vul dit in.")}


class NameField(GuardsBsn, forms.CharField):
    """What somebody is called; the browser may fill it in."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Uw naam"))
        kwargs.setdefault("max_length", 120)
        kwargs.setdefault("widget", forms.TextInput({"autocomplete": "name"}))
        super().__init__(**kwargs)
