"""What somebody who offers is asked: as little as is needed to call them back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, FreeTextField, HouseHelper, NameField, NumberField, PhoneField
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.initiatieven.models import Dienst, HulpVraag, Nodig
from wijkteams.kanaal import Kanaal

MOST_PEOPLE = 20
BY_HAND = (Kanaal.TELEFOON, Kanaal.DEUR, Kanaal.SPREEKUUR, Kanaal.PAPIER, Kanaal.MAIL)


def shift_words(dienst: Any) -> str:
    """'vrijdag 4 december, 9.00 tot 12.00 uur (2 plekken vrij)'."""
    words = {
        "day": date_format(dienst.lokaal_begin, "l j F"),
        "begin": date_format(dienst.lokaal_begin, "H:i"),
        "end": date_format(dienst.lokaal_eind, "H:i"),
        "free": dienst.vrij,
    }
    if dienst.vrij <= 0:
        return _("%(day)s, %(begin)s tot %(end)s uur (vol)") % words
    return _("%(day)s, %(begin)s tot %(end)s uur (nog %(free)s vrij)") % words


class DienstenField(forms.TypedMultipleChoiceField):
    """At which times; a full one can only be chosen by who has it."""

    def __init__(self, rows: list[Dienst], **kwargs: Any) -> None:
        kwargs.setdefault("label", gettext_lazy("Wanneer kunt u?"))
        choices = [(one.pk, shift_words(one)) for one in rows]
        super().__init__(
            choices=choices,
            coerce=int,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )


class HelpForm(Trapped, forms.Form):
    """Who offers, how to reach them, how many, and at which times."""

    name = NameField(error_messages={"required": gettext_lazy("Vul uw naam in.")})
    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    phone = PhoneField(label=gettext_lazy("Uw telefoonnummer"), required=False)
    aantal = NumberField(
        label=gettext_lazy("Met hoeveel mensen komt u?"), min_value=1, initial=1, required=False
    )
    bericht = FreeTextField(
        label=gettext_lazy("Wilt u er iets bij zeggen?"), max_length=600, required=False, rows=3
    )
    use_required_attribute = False
    no_way: Any = gettext_lazy("Vul uw e-mailadres of uw telefoonnummer in.")

    def __init__(
        self,
        *args: Any,
        vraag: HulpVraag,
        shifts: list[Dienst],
        back_url: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.vraag, self.back_url = vraag, back_url
        self._ask_number()
        for name in ("email", "phone"):  # one of the two is needed: none is called optional
            self.fields[name].hide_optional = True  # type: ignore[attr-defined]
        self.fields["phone"].help_text = self.no_way
        free = [one for one in shifts if one.vrij > 0]  # type: ignore[attr-defined]
        if free:
            self.fields["diensten"] = DienstenField(free)

    def _ask_number(self) -> None:
        field: Any = self.fields["aantal"]
        if self.vraag.soort == Nodig.GELD:
            field.label, field.initial = _("Hoeveel euro wilt u geven?"), None
            field.required = True
            field.error_messages["required"] = _("Vul een bedrag in hele euro’s in.")
        elif self.vraag.soort == Nodig.MATERIAAL:
            field.label = _("Hoeveel hebt u?")
        elif self.vraag.soort != Nodig.MENSEN:
            del self.fields["aantal"]

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    def clean_aantal(self) -> int:
        number: int = self.cleaned_data["aantal"] or 1
        most = MOST_PEOPLE if self.vraag.soort == Nodig.MENSEN else self.vraag.aantal
        if number > most:
            raise ValidationError(_("Vul hooguit %(most)s in.") % {"most": most}, code="too_many")
        return number

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        reach = [told.get("email"), told.get("phone")]
        if not any(reach) and not {"email", "phone"} & set(self.errors):
            self.add_error("email", self.no_way)
        told.setdefault("aantal", 1)
        return told

    @property
    def diensten(self) -> list[int]:
        """The times that were chosen."""
        return list(self.cleaned_data.get("diensten", []))

    def parts(self) -> list[Any]:
        """The parts of the screen, in their order."""
        names = [name for name in ("diensten", "aantal") if name in self.fields]
        return [*names, "name", "email", "phone", "bericht", Trap("website")]

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            self,
            *self.parts(),
            submit=_("Ik help mee"),
            back_url=self.back_url,
            privacy="initiatieven-hulp",
        )


class OpschrijfForm(HelpForm):
    """The same, typed in by the team for somebody who called."""

    no_way = gettext_lazy("Vul een e-mailadres of een telefoonnummer in.")
    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam het binnen?"),
        choices=[(one.value, one.label) for one in BY_HAND],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = {
            "aantal": _("Hoeveel euro?") if self.vraag.soort == Nodig.GELD else _("Hoeveel?"),
            "name": _("Naam"),
            "email": _("E-mailadres"),
            "phone": _("Telefoonnummer"),
            "bericht": _("Wat zei de helper erbij?"),
            "diensten": _("Wanneer komt de helper?"),
        }
        for name, label in mine.items():
            if name in self.fields:
                self.fields[name].label = label
        self.fields["email"].help_text = ""
        self.fields["name"].error_messages["required"] = _("Vul een naam in.")
        del self.fields["website"]


class DienstenForm(forms.Form):
    """At which times a helper comes, from now on."""

    def __init__(self, *args: Any, shifts: list[Dienst], own: set[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        open_ones = [one for one in shifts if one.vrij > 0 or one.pk in own]  # type: ignore[attr-defined]
        self.fields["diensten"] = DienstenField(open_ones, initial=sorted(own))

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(self, "diensten", submit=_("Bewaar"))
        helper.form_action = "?"
        return helper
