"""Which month of which agenda is wanted on paper."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.models import AgendaPage

MONTHS = 6


def months(today: date) -> list[tuple[str, str]]:
    """This month and those after it."""
    found = []
    for number in range(MONTHS):
        years, month = divmod(today.month - 1 + number, 12)
        first = date(today.year + years, month + 1, 1)
        found.append((first.isoformat(), capfirst(formats.date_format(first, "F Y"))))
    return found


class AgendaLabel(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Agendas are all called 'Agenda': the ward tells them apart."""

    def label_from_instance(self, obj: Any) -> str:
        name = obj.wijk.name if obj.wijk else obj.title
        return name if obj.locale.language_code == "nl" else f"{name} ({obj.locale})"


class AgendaForm(forms.Form):
    """An agenda of one's own wards, and a month."""

    agenda = AgendaLabel(
        label=_("Welke agenda?"), queryset=AgendaPage.objects.none(), empty_label=None
    )
    month = forms.TypedChoiceField(
        label=_("Welke maand?"), choices=(), coerce=date.fromisoformat, empty_value=None
    )

    def __init__(self, *args: Any, agendas: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["agenda"]
        chosen.queryset = agendas
        month: Any = self.fields["month"]
        month.choices = months(timezone.localdate())
