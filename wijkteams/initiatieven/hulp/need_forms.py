"""What is asked for: by an initiator on their page, and by the team in the CMS."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import (
    DateField,
    FreeTextField,
    HouseHelper,
    LineField,
    NumberField,
    TimeField,
)
from wijkteams.initiatieven.hulp.asking import FIELDS, MOST_WEEKS
from wijkteams.initiatieven.models import HulpVraag, Nodig

MOST = 100_000
MOST_IN_SHIFT = 50
WORDS = ("titel", "wanneer", "toelichting", "tot")


class VraagForm(forms.Form):
    """Eight drivers on Friday mornings; a hall; 400 euro."""

    soort = forms.ChoiceField(
        label=gettext_lazy("Wat is er nodig?"),
        choices=Nodig.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat er nodig is.")},
    )
    titel = LineField(
        label=gettext_lazy("In een paar woorden"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: chauffeurs voor de vrijdag."),
    )
    aantal = NumberField(
        label=gettext_lazy("Hoeveel?"),
        min_value=1,
        max_value=MOST,
        help_text=gettext_lazy("Hoeveel mensen of spullen. Bij geld: hoeveel euro."),
    )
    wanneer = LineField(
        label=gettext_lazy("Wanneer?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: elke vrijdag van 9 tot 12 uur."),
    )
    toelichting = FreeTextField(
        label=gettext_lazy("Wat moet iemand kunnen of hebben?"),
        max_length=600,
        rows=3,
        required=False,
    )
    tot = DateField(label=gettext_lazy("Nodig tot en met"), required=False)
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    def clean_tot(self) -> Any:
        day = self.cleaned_data["tot"]
        if day is not None and day < timezone.localdate():
            raise ValidationError(_("Deze dag is al geweest."))
        return day

    @property
    def told(self) -> dict[str, Any]:
        """What goes in the row."""
        return {name: self.cleaned_data[name] for name in FIELDS}

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=_("Vraag dit"), back_url=self.back_url)


class WoordenForm(VraagForm):
    """The words of what was asked: a name that should not be there, a day that was not known."""

    soort = None  # type: ignore[assignment]
    aantal = None  # type: ignore[assignment]

    def __init__(self, *args: Any, vraag: HulpVraag, **kwargs: Any) -> None:
        self.was = {name: getattr(vraag, name) for name in WORDS}
        super().__init__(*args, **{**kwargs, "initial": self.was})

    def clean_tot(self) -> Any:
        """A day that has passed may stay as it is."""
        day = self.cleaned_data["tot"]
        return day if day == self.was["tot"] else super().clean_tot()

    @property
    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in WORDS}


class AantalForm(forms.Form):
    """How many are needed, and how many were found elsewhere."""

    aantal = NumberField(label=gettext_lazy("Hoeveel zijn er nodig?"), min_value=1, max_value=MOST)
    elders_gevonden = NumberField(
        label=gettext_lazy("Hoeveel zijn er al op een andere manier gevonden?"),
        min_value=0,
        max_value=MOST,
    )
    use_required_attribute = False

    def __init__(self, *args: Any, vraag: HulpVraag, **kwargs: Any) -> None:
        first = {"aantal": vraag.aantal, "elders_gevonden": vraag.elders_gevonden}
        super().__init__(*args, **{**kwargs, "initial": first})

    @property
    def helper(self) -> HouseHelper:
        return _of_action(HouseHelper(self, submit=_("Bewaar de aantallen")), "aantal")


class PlanForm(forms.Form):
    """When hands are needed; every week, if that is so."""

    dag = DateField(label=gettext_lazy("Op welke dag?"))
    begint = TimeField(label=gettext_lazy("Van"))
    eindigt = TimeField(label=gettext_lazy("Tot"))
    mensen = NumberField(
        label=gettext_lazy("Hoeveel mensen?"), min_value=1, max_value=MOST_IN_SHIFT, initial=1
    )
    weken = NumberField(
        label=gettext_lazy("Hoeveel weken achter elkaar?"),
        min_value=1,
        max_value=MOST_WEEKS,
        initial=1,
        help_text=gettext_lazy("Vul 1 in voor één keer."),
    )
    use_required_attribute = False

    def clean_dag(self) -> Any:
        day = self.cleaned_data["dag"]
        today = timezone.localdate()
        if not today <= day <= today + timedelta(days=730):
            raise ValidationError(_("Kies een dag in de komende twee jaar."))
        return day

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        begin, end = told.get("begint"), told.get("eindigt")
        if begin is not None and end is not None and end <= begin:
            self.add_error("eindigt", _("Het einde moet na het begin zijn."))
        return told

    @property
    def times(self) -> tuple[datetime, datetime]:
        """The first time, from begin to end."""
        told = self.cleaned_data
        begin, end = (
            timezone.make_aware(datetime.combine(told["dag"], told[name]))
            for name in ("begint", "eindigt")
        )
        return begin, end

    @property
    def helper(self) -> HouseHelper:
        return _of_action(HouseHelper(self, submit=_("Zet in het rooster")), "plan")


def _of_action(helper: HouseHelper, action: str) -> HouseHelper:
    """On a page with several forms each says which it is."""
    helper.form_action = f"?actie={action}"
    return helper
