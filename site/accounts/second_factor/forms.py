"""Forms of the second factor: every guess is counted before it is looked at."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.second_factor.recovery import use_code
from accounts.tries import USED_CODES

WRONG = _("Deze code klopt niet. Kijk of hij nog nieuw is, en typ hem over.")
CODE_INPUT = {"autocomplete": "one-time-code", "inputmode": "text", "autocapitalize": "none"}


def _digits(code: str) -> str:
    return "".join(code.split())


def _is_first_use(user: User, code: str) -> bool:
    return USED_CODES.allows_one_more(context.request, f"{user.pk}|{code}")


class CodeForm(forms.Form):
    """A code of the app, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("De zes cijfers uit uw app. Of een van uw herstelcodes."),
        error_messages={"required": _("Vul de code in.")},
        widget=forms.TextInput(attrs=CODE_INPUT),
    )
    reauthenticated = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        self.authenticator: Authenticator | None = None
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        code = str(self.cleaned_data["code"])
        self.authenticator = self._by_app(_digits(code)) or use_code(self.user, code)
        if self.authenticator is None:
            raise ValidationError(WRONG)
        return code

    def _by_app(self, code: str) -> Authenticator | None:
        found = Authenticator.objects.filter(user=self.user, type=Authenticator.Type.TOTP).first()
        if found is None:
            return None
        secret = totp.decrypt(found.data["secret"])
        if not totp.validate_totp_code(secret, code) or not _is_first_use(self.user, code):
            return None
        return found

    def save(self) -> None:
        """Note that the code was used."""
        assert self.authenticator is not None  # noqa: S101
        self.authenticator.user = self.user
        post_authentication(
            context.request, self.authenticator, reauthenticated=self.reauthenticated
        )


class AuthenticateForm(CodeForm):
    """At logging in."""


class ReauthenticateForm(CodeForm):
    """Once more, before something that matters."""

    reauthenticated = True


class ActivateTOTPForm(forms.Form):
    """Proof that the app knows the secret."""

    code = forms.CharField(
        label=_("Code uit de app"),
        max_length=20,
        help_text=_("Zes cijfers. Elke halve minuut komt er een nieuwe."),
        error_messages={"required": _("Vul de code in die de app laat zien.")},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)
        # What was scanned stays right, also when the page is loaded again.
        self.secret = totp.get_totp_secret(regenerate=False)

    def clean_code(self) -> str:
        code = _digits(str(self.cleaned_data["code"]))
        if not totp.validate_totp_code(self.secret, code) or not _is_first_use(self.user, code):
            raise ValidationError(WRONG)
        return code


class AuthenticateWebAuthnForm(webauthn.AuthenticateWebAuthnForm):
    """A passkey at logging in; nobody can guess one, so nothing is counted."""


class AddWebAuthnForm(webauthn.AddWebAuthnForm):
    """A new passkey, with a name that its owner recognises."""

    name = forms.CharField(
        label=_("Naam van de toegangssleutel"),
        max_length=60,
        required=False,
        help_text=_("Zo herkent u hem later. Bijvoorbeeld: mijn telefoon."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["name"] = ""

    def clean_name(self) -> str:
        return str(self.cleaned_data["name"]) or str(_("Toegangssleutel"))
