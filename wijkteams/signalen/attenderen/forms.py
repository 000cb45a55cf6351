"""What a resident fills in: an address, and how often."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, HouseHelper
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.signalen.models import Attendering


class AttenderForm(Trapped, forms.Form):
    """Asking for a mail with what goes on."""

    ritme = forms.ChoiceField(
        label=gettext_lazy("Hoe vaak wilt u mail?"),
        choices=Attendering.Ritme.choices,
        initial=Attendering.Ritme.WEEK,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe vaak u mail wilt.")},
    )
    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    def clean_email(self) -> str:
        """An address that we can write to."""
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    @property
    def helper(self) -> HouseHelper:
        """Its parts in their order, and the trap."""
        return HouseHelper(
            self,
            "ritme",
            "email",
            Trap("website"),
            submit=_("Mail mij de signalen"),
            back_url=self.back_url,
            privacy="signalen-attendering",
        )
