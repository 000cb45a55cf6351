"""Forms about one time of an activity."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import DateField, NumberField, TimeField
from wijkteams.activiteiten.beheer.who_comes import refuse_too_few
from wijkteams.activiteiten.keren.one import on_clock
from wijkteams.activiteiten.models import Keer

MIDNIGHT = time.min


class DezeKeerForm(forms.Form):
    """Another day or hour, a text and a number of places for just this time."""

    dag = DateField(label=gettext_lazy("Dag"), help_text=gettext_lazy("Bijvoorbeeld: 12-1-2027."))
    van = TimeField(label=gettext_lazy("Van"), help_text=gettext_lazy("Bijvoorbeeld: 10.00."))
    tot = TimeField(label=gettext_lazy("Tot"), help_text=gettext_lazy("Bijvoorbeeld: 12.00."))
    note = forms.CharField(
        label=gettext_lazy("Extra tekst bij deze keer"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Staat boven de uitleg. Bijvoorbeeld: 'Deze keer koken we Syrisch.'"
        ),
    )
    capacity = NumberField(
        label=gettext_lazy("Aantal plekken deze keer"),
        required=False,
        min_value=1,
        max_value=10_000,
        help_text=gettext_lazy("Leeg: zoals altijd. Bijvoorbeeld: 12."),
    )

    def __init__(self, *args: Any, keer: Keer, **kwargs: Any) -> None:
        start, end = on_clock(keer)
        known = {"dag": start.date(), "van": start.time(), "tot": end.time()}
        known |= {"note": keer.note, "capacity": keer.capacity}
        kwargs["initial"] = known
        super().__init__(*args, **kwargs)
        self.keer, self.days = keer, end.date() - start.date()
        if keer.all_day:
            del self.fields["van"], self.fields["tot"]
        if not keer.activiteit.takes_signups or keer.activiteit.capacity is None:
            del self.fields["capacity"]

    def clean_capacity(self) -> int | None:
        wanted: int | None = self.cleaned_data["capacity"]
        if refusal := refuse_too_few(self.keer, wanted):
            raise ValidationError(refusal)
        return wanted

    def span(self) -> tuple[datetime, datetime]:
        """Begin and end, on our clocks; what ends after midnight still does."""
        found = self.cleaned_data
        start = datetime.combine(found["dag"], found.get("van") or MIDNIGHT)
        end = datetime.combine(found["dag"], found.get("tot") or MIDNIGHT)
        late = self.days if self.days >= timedelta(days=1) else timedelta()
        return start, end + late


class AfgelastForm(forms.Form):
    """Why it does not take place: who wanted to come reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Waarom gaat het niet door?"),
        max_length=200,
        help_text=gettext_lazy(
            "Staat op de site en in de mail. Bijvoorbeeld: 'De zaal is onder water gelopen.'"
        ),
        error_messages={"required": gettext_lazy("Schrijf in een paar woorden waarom.")},
    )


def put_errors(form: forms.Form, refusal: ValidationError) -> None:
    """What a service refuses, next to the question that it is about."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal.messages)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


def too_late() -> str:
    """What has begun is never changed."""
    return _("Deze keer is al begonnen. Daar verander je niets meer aan.")
