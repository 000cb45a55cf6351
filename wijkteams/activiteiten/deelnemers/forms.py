"""What the team types in: who phones, wrote on paper, or stands at the door."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.forms import NameField, NumberField, PhoneField, refuse_bsn
from wijkteams.activiteiten.aanmelden.applicant import Applicant
from wijkteams.activiteiten.aanmelden.forms import AGE_GROUPS
from wijkteams.activiteiten.aanmelden.questions import answers_of, question_fields
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage, Keer

Bron = Aanmelding.Bron
BY_TEAM = [
    (bron.value, bron.label)
    for bron in (Bron.TELEFOON, Bron.PAPIER, Bron.DEUR, Bron.SPREEKUUR, Bron.MAIL)
]
MOST = 500
"A school class or a choir may come; more is a slip of the finger."


class WhoFields(forms.Form):
    """Who it is, and with how many. A name alone is enough."""

    name = NameField(
        label=_("Naam"),
        max_length=100,
        help_text=_("Bijvoorbeeld: mevrouw De Wit."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    phone = PhoneField(
        label=_("Telefoon"),
        required=False,
        help_text=_("Om te kunnen bellen als er iets verandert. Bijvoorbeeld: 06 12 34 56 78."),
        widget=forms.TextInput({"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Mag leeg blijven. Met een adres krijgt iemand een bevestiging."),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    adults = NumberField(
        label=_("Volwassenen"),
        min_value=0,
        max_value=MOST,
        initial=1,
        help_text=_("Samen met wie je invult. Bijvoorbeeld: 2."),
    )
    children = NumberField(
        label=_("Kinderen"),
        min_value=0,
        max_value=MOST,
        initial=0,
        required=False,
        help_text=_("Namen zijn niet nodig. Bijvoorbeeld: 1."),
    )
    age_group = forms.ChoiceField(
        label=_("Hoe oud zijn de kinderen?"),
        choices=AGE_GROUPS,
        required=False,
        help_text=_("Alleen als er kinderen meekomen. Bijvoorbeeld: 4 tot en met 11 jaar."),
    )

    def clean_phone(self) -> str:
        """A number that could be a BSN is asked for once more."""
        number = str(self.cleaned_data["phone"])
        if not number.startswith(("0", "+")):
            refuse_bsn(number)
        return number

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).strip()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        data["children"] = data.get("children") or 0
        if "adults" in data and data["adults"] + data["children"] < 1:
            self.add_error("adults", _("Vul in hoeveel mensen er komen."))
        return data


class InvoerForm(WhoFields):
    """Putting somebody on the list."""

    bron = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"),
        choices=BY_TEAM,
        initial=Bron.TELEFOON,
        widget=forms.RadioSelect,
        help_text=_("Dan weten we later hoeveel mensen liever bellen. Bijvoorbeeld: Telefoon."),
    )
    request_key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, page: ActiviteitPage | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_key", secrets.token_hex(16))
        self.questions = question_fields(page) if page else {}
        for name, (_text, field) in self.questions.items():
            # Who phones may not know; a resident is asked on the site.
            field.required = False
            self.fields[name] = field

    def applicant(self) -> Applicant:
        """What was typed in, for the service."""
        data = self.cleaned_data
        return Applicant(
            name=data["name"],
            email=data["email"],
            phone=data["phone"],
            adults=data["adults"],
            children=data["children"],
            age_group=data["age_group"] if data["children"] else "",
            answers=answers_of(self.questions, data),
        )


class WijzigForm(WhoFields):
    """Putting something right for somebody who is on the list."""

    def __init__(self, *args: Any, aanmelding: Aanmelding, **kwargs: Any) -> None:
        names = ("name", "phone", "email", "adults", "children", "age_group")
        kwargs["initial"] = {name: getattr(aanmelding, name) for name in names}
        super().__init__(*args, **kwargs)


class BerichtForm(forms.Form):
    """A message to all who come."""

    subject = forms.CharField(
        label=_("Onderwerp"), max_length=120, help_text=_("Bijvoorbeeld: Neem een jas mee.")
    )
    text = forms.CharField(
        label=_("Bericht"),
        max_length=3000,
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "Schrijf 'u'. Wanneer het is en hoe mensen zich afmelden, komt er vanzelf onder. "
            "Bijvoorbeeld: 'Het wordt koud in de tuin. Neem een warme jas mee.'"
        ),
    )
    also_waiting = forms.BooleanField(
        label=_("Ook naar de wachtlijst"),
        required=False,
        help_text=_("Bijvoorbeeld als er een extra avond komt."),
    )
    request_key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("request_key", secrets.token_hex(16))


class NaderhandForm(forms.ModelForm):  # type: ignore[type-arg]
    """How it was (requirement A11)."""

    class Meta:
        model = Keer
        fields = ["visitors", "opbrengst"]
        widgets = {
            "visitors": forms.TextInput({"inputmode": "numeric"}),
            "opbrengst": forms.Textarea({"rows": 5}),
        }

    def clean_visitors(self) -> int | None:
        found: int | None = self.cleaned_data["visitors"]
        if found is not None and found > 1_000_000:
            raise ValidationError(_("Dat is meer dan er in de stad wonen. Klopt het getal?"))
        return found
