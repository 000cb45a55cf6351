"""What a resident fills in: as little as possible, and of children no names (R-14)."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import EmailField, HouseHelper, NameField, NumberField, PhoneField, refuse_bsn
from core.forms.trap import Trap, Trapped
from wijkteams.activiteiten.aanmelden.applicant import Applicant
from wijkteams.activiteiten.aanmelden.questions import answers_of, question_fields
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.activiteiten.models.choices import Kinderen

AGE_GROUPS = [
    ("", _("Kies een leeftijd")),
    ("0-3", _("0 tot en met 3 jaar")),
    ("4-11", _("4 tot en met 11 jaar")),
    ("12-17", _("12 tot en met 17 jaar")),
    ("verschillend", _("Verschillend")),
]
ALONE = _("Kinderen komen samen met een volwassene. Vul in met hoeveel volwassenen u komt.")


class GroupFields(forms.Form):
    """With how many they come; only what this activity asks."""

    volwassenen = NumberField(label=_("Hoeveel volwassenen?"), min_value=0, initial=1)
    kinderen = NumberField(label=_("Hoeveel kinderen?"), min_value=0, initial=0, required=False)

    def __init__(self, *args: Any, page: ActiviteitPage, most: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.page, self.most = page, most
        self.for_children = page.kinderen == Kinderen.VOOR_KINDEREN
        if page.kinderen == Kinderen.LIEVER_NIET or (most == 1 and not self.for_children):
            del self.fields["kinderen"]
        if most == 1 and not self.for_children:
            del self.fields["volwassenen"]
        elif most > 1:
            self.fields["volwassenen"].help_text = _("U zelf ook. Samen hoogstens %(most)s.") % {
                "most": most
            }

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        adults, children = data.get("volwassenen", 1), data.get("kinderen") or 0
        if "volwassenen" in self.errors or "kinderen" in self.errors:
            return data
        if adults + children > self.most:
            text = _("U kunt met hoogstens %(most)s mensen komen. Komen er meer? Bel ons dan even.")
            self.add_error("volwassenen", text % {"most": self.most})
        elif adults + children < 1:
            self._refuse_none()
        elif not adults and not self.for_children:
            self.add_error("volwassenen", ALONE)
        return {**data, "volwassenen": adults, "kinderen": children}

    def _refuse_none(self) -> None:
        self.add_error("volwassenen", _("Vul in met hoeveel mensen u komt."))


class AanmeldForm(Trapped, GroupFields):
    """Signing up, without an account."""

    naam = NameField(max_length=100)
    email = EmailField(max_length=254, help_text=_("Daar sturen wij de bevestiging naartoe."))
    telefoon = PhoneField(
        required=False, help_text=_("Alleen als u wilt dat wij u kunnen bellen als iets verandert.")
    )
    leeftijd = forms.ChoiceField(
        label=_("Hoe oud zijn de kinderen?"),
        choices=AGE_GROUPS,
        required=False,
        help_text=_("Alleen invullen als er kinderen meekomen. Namen hoeven wij niet."),
    )
    sleutel = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    field_order = ["naam", "email", "telefoon", "volwassenen", "kinderen", "leeftijd"]

    def __init__(self, *args: Any, waits: bool = False, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waits, self.back_url = waits, back_url
        self.fields["sleutel"].initial = secrets.token_hex(16)
        if "kinderen" not in self.fields:
            del self.fields["leeftijd"]
        self.questions = question_fields(self.page)
        self.fields.update({name: field for name, (_text, field) in self.questions.items()})

    @property
    def helper(self) -> HouseHelper:
        """Its parts in their order."""
        shown = [name for name in self.fields if name != "website"]
        submit = _("Zet mij op de wachtlijst") if self.waits else _("Meld mij aan")
        return HouseHelper(
            self,
            *shown,
            Trap("website"),
            submit=submit,
            back_url=self.back_url,
            privacy="aanmeldingen",
        )

    def clean_telefoon(self) -> str:
        """A number that could be a BSN is asked for once more."""
        number = str(self.cleaned_data["telefoon"])
        if not number.startswith(("0", "+")):
            refuse_bsn(number)
        return number

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kinderen") and "leeftijd" in self.fields and not data.get("leeftijd"):
            self.add_error("leeftijd", _("Kies hoe oud de kinderen zijn."))
        return data

    def applicant(self) -> Applicant:
        """What was filled in, for the service."""
        data = self.cleaned_data
        children = data["kinderen"]
        return Applicant(
            name=data["naam"],
            email=data["email"],
            phone=data["telefoon"],
            adults=data["volwassenen"],
            children=children,
            age_group=data.get("leeftijd", "") if children else "",
            answers=answers_of(self.questions, data),
        )

    @property
    def key(self) -> str:
        """What makes a double click one sign-up."""
        return str(self.cleaned_data.get("sleutel") or secrets.token_hex(16))


class AantalForm(GroupFields):
    """Come with more or fewer."""

    actie = forms.CharField(widget=forms.HiddenInput, initial="aantal")

    @property
    def helper(self) -> HouseHelper:
        """Only the numbers."""
        return HouseHelper(self, submit=_("Verander het aantal"))
