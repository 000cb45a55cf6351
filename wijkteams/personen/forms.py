"""What the screens ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LookUpForm(forms.Form):
    """Whom to look up."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Van de persoon die het vraagt. Weet je zeker dat die het zelf is?"),
        widget=forms.EmailInput({"autocomplete": "off"}),
        max_length=254,
    )
    also = forms.CharField(
        label=_("Ook te vinden als"),
        help_text=_(
            "Mag leeg blijven. Een volledige naam of telefoonnummer, elk op een eigen regel. "
            "Alles wat je hier zet, zoeken en wissen we in alle teksten."
        ),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=300,
    )

    def clean_also(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["also"].splitlines()]
        if any(0 < len(line) < 5 for line in lines):
            raise ValidationError(
                _("Zo'n kort woord staat in te veel teksten. Vul de hele naam in.")
            )
        return [line for line in lines if line]


class EraseForm(forms.Form):
    """Typing the address again is the confirmation: a button alone is pressed too soon."""

    confirm = forms.CharField(
        label=_("Typ het e-mailadres nog een keer"),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, email: str) -> None:
        super().__init__(data)
        self.email = email

    def clean_confirm(self) -> str:
        if self.cleaned_data["confirm"].strip().lower() != self.email:
            raise ValidationError(_("Dit is een ander adres. Er is niets gewist."))
        return self.email
