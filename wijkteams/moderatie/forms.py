"""What a reader fills in: to report something, or to ask that somebody else looks."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, FreeTextField, HouseHelper, LineField, NameField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.moderatie.models import Reden
from wijkteams.moderatie.registry import Within


class MeldForm(Trapped, forms.Form):
    """Reason, exact place, explanation, in good faith; a name and address only for who wants."""

    wat: Any = forms.ChoiceField(
        label=gettext_lazy("Wat wilt u melden?"), widget=forms.RadioSelect, required=False
    )
    reden = forms.ChoiceField(
        label=gettext_lazy("Wat is er mis mee?"),
        choices=Reden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat er mis mee is.")},
    )
    plek = LineField(
        label=gettext_lazy("Waar staat het precies?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: de tweede zin, of links op de foto."),
    )
    uitleg = FreeTextField(
        label=gettext_lazy("Waarom hoort dit niet op de site?"),
        max_length=2000,
        help_text=gettext_lazy("Vertel het in uw eigen woorden."),
        error_messages={"required": gettext_lazy("Schrijf kort op waarom.")},
    )
    name = NameField(required=False)
    email = EmailField(
        max_length=254,
        required=False,
        help_text=gettext_lazy(
            "U krijgt meteen een bericht, en later wat wij besloten. "
            "Wie het plaatste, hoort nooit wie u bent."
        ),
    )
    oprecht = forms.BooleanField(
        label=gettext_lazy("Wat ik hier schrijf, klopt voor zover ik weet"),
        error_messages={"required": gettext_lazy("Vink aan dat het klopt voor zover u weet.")},
    )
    use_required_attribute = False

    def __init__(self, data: Any = None, *, within: list[Within], back_url: str) -> None:
        super().__init__(data)
        self.back_url = back_url
        if within:
            choices = [(f"{one.kind}:{one.key}", one.label) for one in within]
            self.fields["wat"].choices = [("", _("De tekst")), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["wat"]

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    @property
    def helper(self) -> HouseHelper:
        shown = [name for name in self.fields if name != "website"]
        return HouseHelper(
            self,
            *shown,
            Trap("website"),
            submit=_("Verstuur uw melding"),
            back_url=self.back_url,
            privacy="moderatie",
        )


class OpnieuwForm(forms.Form):
    """'Vraag herziening': another moderator looks."""

    waarom = FreeTextField(
        label=gettext_lazy("Waarom bent u het er niet mee eens?"),
        max_length=2000,
        error_messages={"required": gettext_lazy("Schrijf kort op waarom.")},
    )
    use_required_attribute = False

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=_("Vraag herziening"), privacy="moderatie")
