"""What somebody fills in to accept an invitation."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.utils.translation import gettext_lazy as _

_PASSWORD = {"autocomplete": "new-password"}


class NewAccountForm(forms.Form):
    """Name and password of somebody who was invited and has no account yet."""

    first_name = forms.CharField(
        label=_("Voornaam"),
        max_length=150,
        help_text=_("Je collega's in het team zien je naam. Bijvoorbeeld: Amira."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Achternaam"),
        max_length=150,
        required=False,
        help_text=_("Mag leeg blijven. Bijvoorbeeld: El Idrissi."),
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    password = forms.CharField(
        label=_("Kies een wachtwoord"),
        strip=False,
        help_text=_(
            "Minstens 12 tekens. Een zin van vier woorden is sterk en goed te onthouden. "
            "Gebruik geen wachtwoord dat je ergens anders ook hebt."
        ),
        widget=forms.PasswordInput(attrs=_PASSWORD),
    )
    password_again = forms.CharField(
        label=_("Typ het wachtwoord nog een keer"),
        strip=False,
        widget=forms.PasswordInput(attrs=_PASSWORD),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper(self)
        helper.layout = Layout(
            "first_name",
            "last_name",
            "password",
            "password_again",
            Submit("accept", _("Doe mee")),
        )
        return helper

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        password, again = data.get("password"), data.get("password_again")
        if password and again and password != again:
            self.add_error("password_again", _("De twee wachtwoorden zijn niet hetzelfde."))
        if password:
            self._check_strength(password, data)
        return data

    def _check_strength(self, password: str, data: dict[str, Any]) -> None:
        user = get_user_model()(
            email=self.email,
            first_name=data.get("first_name", ""),
            last_name=data.get("last_name", ""),
        )
        try:
            password_validation.validate_password(password, user)
        except forms.ValidationError as error:
            self.add_error("password", error)
