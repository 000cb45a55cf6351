"""The small form before the first question: one for each way to be let in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, HouseHelper, NameField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean
from enquetes.toegang import codes

PRIVACY = "enquetes"


class AddressField(EmailField):
    """An address that we can write to."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=254, **kwargs)
        self.validators = []

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value) or "")
        return clean(typed) if typed else ""


class StartForm(Trapped, forms.Form):
    """Nothing to fill in: a button that begins."""

    keuze = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    submit: Any = gettext_lazy("Begin met invullen")
    privacy = PRIVACY

    # What is missing is said when it is sent, in our words; until then no field looks wrong.
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    @property
    def helper(self) -> HouseHelper:
        """Its parts in their order, and the trap."""
        shown = [name for name in self.fields if name != "website"]
        return HouseHelper(
            self,
            *shown,
            Trap("website"),
            submit=self.submit,
            back_url=self.back_url,
            privacy=self.privacy,
        )


class AddressForm(StartForm):
    """An address, to which the link goes."""

    email = AddressField(
        help_text=gettext_lazy("U krijgt een mail met een link. Daarmee begint u.")
    )
    submit = gettext_lazy("Mail mij de link")
    privacy = "enquete-een-keer"


class CodeForm(StartForm):
    """The code on the letter."""

    code = forms.CharField(
        label=gettext_lazy("De code op uw brief"),
        max_length=40,
        help_text=gettext_lazy("10 letters en cijfers, zoals K7M2P-Q9XTR. Streepjes hoeven niet."),
        error_messages={"required": gettext_lazy("Vul de code in die op uw brief staat.")},
        widget=forms.TextInput(
            {
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "data-huiscode": "",
            }
        ),
    )

    def clean_code(self) -> str:
        """As it was printed. Whether it is one of ours is asked later."""
        typed = codes.normal(self.cleaned_data["code"])
        if not codes.has_shape(typed):
            raise ValidationError(
                _("Een code heeft 10 letters en cijfers. Kijk nog eens op uw brief.")
            )
        return typed


class ResultsForm(StartForm):
    """An address for the results."""

    email = AddressField(help_text=gettext_lazy("U krijgt één mail, als de uitslag er is."))
    submit = gettext_lazy("Mail mij de uitslag")
    privacy = "enquete-uitslag-mail"


class PanelForm(StartForm):
    """Joining the panel of a ward."""

    email = AddressField(
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent.")
    )
    naam = NameField(
        label=gettext_lazy("Uw naam"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Dit hoeft niet. Alleen het wijkteam ziet uw naam."),
    )
    submit = gettext_lazy("Ik doe mee")
    privacy = "bewonerspanel"
    field_order = ["email", "naam"]
