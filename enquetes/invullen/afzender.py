"""The last form: sending, and who sends when the survey is not anonymous (requirement S5)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.forms import EmailField, HouseHelper, NameField
from core.forms.trap import Trap, Trapped
from enquetes.models import Anonimiteit, Enquete


class AfzenderForm(Trapped, forms.Form):
    """Nothing at all when it is anonymous; else a name and an address."""

    naam = NameField()
    email = EmailField()
    use_required_attribute = False

    def __init__(self, *args: Any, enquete: Enquete, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if enquete.is_anoniem:
            del self.fields["naam"], self.fields["email"]
        elif enquete.anonimiteit == Anonimiteit.VERTROUWELIJK:
            self.fields["naam"].required = self.fields["email"].required = False

    @property
    def helper(self) -> HouseHelper:
        """Its parts, and the trap."""
        shown = [name for name in self.fields if name != "website"]
        return HouseHelper(self, *shown, Trap("website"), submit=_("Verstuur mijn antwoorden"))

    @property
    def afzender(self) -> dict[str, str]:
        """Who sends, for the bus."""
        data = self.cleaned_data
        return {"name": data.get("naam", ""), "email": data.get("email", "")}
