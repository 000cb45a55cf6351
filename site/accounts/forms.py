"""The forms of allauth in our words: rules before typing, no words inside the box."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

RULES = _(
    "Minstens 12 tekens. Een zin van vier woorden is sterk en goed te onthouden. "
    "Gebruik geen wachtwoord dat u ergens anders ook hebt."
)
WORDS: dict[str, dict[str, Any]] = {
    "login": {"label": _("E-mailadres"), "required": _("Vul uw e-mailadres in.")},
    "email": {"label": _("E-mailadres"), "required": _("Vul uw e-mailadres in.")},
    "password": {"label": _("Wachtwoord"), "required": _("Vul uw wachtwoord in.")},
    "oldpassword": {
        "label": _("Uw wachtwoord van nu"),
        "required": _("Vul het wachtwoord in dat u nu hebt."),
    },
    "password1": {
        "label": _("Nieuw wachtwoord"),
        "help_text": RULES,
        "required": _("Kies een nieuw wachtwoord."),
    },
    "password2": {
        "label": _("Typ het nieuwe wachtwoord nog een keer"),
        "required": _("Typ het nieuwe wachtwoord nog een keer."),
    },
}
NO_ADDRESS = _("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl.")


class InOurWords(forms.Form):
    """Labels, hints and refusals of ours on the fields that allauth made."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            words = WORDS[name]
            field.label, field.help_text = words["label"], words.get("help_text", "")
            field.error_messages["required"] = words["required"]
            field.error_messages["invalid"] = NO_ADDRESS
            field.widget.attrs.pop("placeholder", None)


class TwiceTheSame(InOurWords):
    """A new password, typed twice."""

    def clean(self) -> dict[str, Any]:
        data = forms.Form.clean(self) or {}
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            problem = ValidationError(_("De twee wachtwoorden zijn niet hetzelfde."))
            self.add_error("password2", problem)
        return data


class LoginForm(InOurWords, allauth.LoginForm):
    """Log in by e-mail address."""


class ReauthenticateForm(InOurWords, allauth.ReauthenticateForm):
    """The password once more, before something that matters."""


class ResetPasswordForm(InOurWords, allauth.ResetPasswordForm):
    """Ask for the mail with a link."""


class ResetPasswordKeyForm(TwiceTheSame, allauth.ResetPasswordKeyForm):
    """Behind the link: choose a new password."""


class ChangePasswordForm(TwiceTheSame, allauth.ChangePasswordForm):
    """Change it while logged in."""


class SetPasswordForm(TwiceTheSame, allauth.SetPasswordForm):
    """Choose the first one."""
