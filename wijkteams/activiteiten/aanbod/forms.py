"""What an organisation fills in, and what an editor answers."""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import (
    DateField,
    EmailField,
    FreeTextField,
    HouseHelper,
    LineField,
    NameField,
    PhoneField,
    TimeField,
)
from core.forms.trap import Trap, Trapped
from wijkteams.activiteiten.aanbod.services import SentIn, has_enough_to_confirm

FURTHEST = timedelta(days=730)


class AandragenForm(Trapped, forms.Form):
    """An activity of an organisation; whether and where it is shown, an editor decides."""

    title = LineField(
        label=_("Hoe heet de activiteit?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: Samen zingen in de Brugkerk."),
    )
    day = DateField(
        label=_("Op welke dag?"),
        help_text=_("Is het vaker? Vul dan de eerste keer in. Bijvoorbeeld: 31-12-2026."),
    )
    begins = TimeField(label=_("Hoe laat begint het?"), help_text=_("Bijvoorbeeld: 19:30."))
    ends = TimeField(label=_("Hoe laat is het klaar?"), help_text=_("Bijvoorbeeld: 21:00."))
    when_in_words = LineField(
        label=_("Is het vaker? Wanneer dan?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: elke eerste maandag van de maand, behalve in de zomer."),
    )
    place = LineField(
        label=_("Waar is het?"),
        max_length=120,
        help_text=_("De naam en het adres. Bijvoorbeeld: De Brug, Kadeweg 12."),
    )
    audience = LineField(
        label=_("Voor wie is het?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: iedereen die van zingen houdt, ook zonder ervaring."),
    )
    costs = LineField(
        label=_("Wat kost het?"),
        max_length=100,
        required=False,
        help_text=_("Niets? Laat dit dan leeg. Bijvoorbeeld: 3 euro, met koffie."),
    )
    text = FreeTextField(
        label=_("Vertel er iets over"),
        max_length=3000,
        rows=6,
        error_messages={"required": _("Vul dit in.")},
        help_text=_("Wat gaan mensen doen? Moeten ze iets meenemen? Een paar zinnen is genoeg."),
    )
    organisation = LineField(
        label=_("Welke organisatie is het?"),
        max_length=120,
        help_text=_("Staat bij de activiteit. Bijvoorbeeld: Koor De Kade."),
    )
    contact_name = NameField(
        label=_("Uw naam"), max_length=100, help_text=_("Alleen voor het wijkteam.")
    )
    contact_email = EmailField(
        label=_("Uw e-mailadres"),
        help_text=_("U krijgt een mail met een link. Pas daarna zien wij wat u instuurt."),
    )
    contact_phone = PhoneField(
        label=_("Uw telefoonnummer"), required=False, help_text=_("Als wij iets willen vragen.")
    )
    show_contact = forms.BooleanField(
        label=_("Zet mijn e-mailadres en telefoonnummer bij de activiteit, voor vragen"),
        required=False,
    )
    request_key = forms.CharField(max_length=64, widget=forms.HiddenInput)

    # What is missing is said when it is sent, in our words; until then no field looks wrong.
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["show_contact"].hide_optional = True  # type: ignore[attr-defined]
        self.initial.setdefault("request_key", secrets.token_urlsafe(32))
        self.back_url = back_url

    @property
    def helper(self) -> HouseHelper:
        """The questions in three parts."""
        return HouseHelper(
            self,
            Fieldset(_("Wat en wanneer"), "title", "day", "begins", "ends", "when_in_words"),
            Fieldset(_("Waar en voor wie"), "place", "audience", "costs", "text"),
            Fieldset(
                _("Van wie"),
                *("organisation", "contact_name", "contact_email", "contact_phone"),
                *("show_contact", "request_key"),
            ),
            Trap("website"),
            submit=_("Stuur in"),
            back_url=self.back_url,
            privacy="aanbod",
        )

    def clean_contact_email(self) -> str:
        email = str(self.cleaned_data["contact_email"]).lower()
        if has_enough_to_confirm(email):
            raise ValidationError(
                _("U hebt van ons al een paar mails met een link. Klik daar eerst op.")
            )
        return email

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("Deze dag is al geweest."))
        if day > today + FURTHEST:
            raise ValidationError(_("Dat is meer dan twee jaar vooruit. Klopt het jaar?"))
        return day

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("begins") and data.get("begins") == data.get("ends"):
            self.add_error("ends", _("Dit is dezelfde tijd als het begin."))
        return data

    def sent(self) -> SentIn:
        """What was filled in."""
        data = self.cleaned_data
        return SentIn(**{name: data[name] for name in SentIn.__dataclass_fields__})


class AfwijzenForm(forms.Form):
    """A friendly word to who sent it in."""

    reason = forms.CharField(
        label=_("Waarom komt het niet in de agenda?"),
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_(
            "Dit komt zo in de mail. Bijvoorbeeld: 'Deze avond is alleen voor leden. In onze "
            "agenda staat wat voor iedereen is. Heb je later iets opens, stuur het dan gerust in.'"
        ),
    )
