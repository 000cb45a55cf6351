"""What the team fills in about what an initiator wrote: what it becomes, or why not."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import FreeTextField
from wijkteams.initiatieven.beheren.forms import PaginaForm
from wijkteams.initiatieven.models import Wijziging
from wijkteams.moderatie.models import Reden


class NeeForm(forms.Form):
    """Why it does not come on the site: the initiator reads it."""

    grond = forms.ChoiceField(
        label=_("Om welke huisregel gaat het?"),
        choices=Reden.choices,
        initial=Reden.ANDERS,
    )
    reden = FreeTextField(
        label=_("Waarom niet?"),
        rows=2,
        max_length=600,
        help_text=_("De initiatiefnemer leest dit. Schrijf geen namen op."),
    )


class WordtForm(forms.Form):
    """What the page will say: the words of the initiator, that the team may better.

    Only the fields that would change, each as long as its initiator may write it.
    """

    use_required_attribute = False

    def __init__(self, data: Any = None, *, row: Wijziging) -> None:
        wanted = {name: str(text) for name, text in row.inhoud.items()}
        super().__init__(data, initial=wanted, auto_id=f"id_w{row.pk}_%s")
        for name, field in PaginaForm.base_fields.items():
            if name in wanted:
                self.fields[name] = deepcopy(field)

    def add_prefix(self, field_name: str) -> str:
        return f"veld_{field_name}"

    @property
    def inhoud(self) -> dict[str, str]:
        """By field, with line ends as the page has them."""
        return {name: str(text).replace("\r\n", "\n") for name, text in self.cleaned_data.items()}
