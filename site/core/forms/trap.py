"""A field that people do not see, and programs that fill in everything do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


class Trap:
    """Part of a crispy layout: hidden from eyes, keyboard and screen readers alike.

    Emptied each time: whoever was helped by a password manager can simply send the form again.
    """

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return render_to_string("nlds/layout/trap.html", {"name": self.name})


class Trapped(forms.Form):
    """Put before the form it guards: `class SignUpForm(Trapped, forms.Form)`, with
    `Trap("website")` in its layout.
    """

    website = forms.CharField(required=False)

    def clean_website(self) -> str:
        """A field that people do not see: who fills it in is a program, or was helped by one."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Er ging iets mis. Verstuur het formulier nog een keer."))
        return ""
