"""What is filled in to merge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, QuerySet, When
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import Initiatief

SHOWN = 20
"Who looks for another, types a word of its name."
WORDS = 8
LONGEST = 10
"Of what may be the number of a row."


class WhichField(forms.ModelMultipleChoiceField[Initiatief]):
    """Initiatives with what tells one from the other."""

    def clean(self, value: Any) -> Any:
        """What cannot be a number of a row, is none: no database is asked about it."""
        for pk in value or ():
            if len(str(pk)) > LONGEST:
                message = self.error_messages["invalid_choice"]
                raise forms.ValidationError(message, code="invalid_choice", params={"value": pk})
        return super().clean(value)

    def label_from_instance(self, obj: Any) -> str:
        words = {
            "titel": obj.title,
            "staat": obj.get_staat_display(),
            "dag": date_format(obj.laatste_teken, "j F Y"),
            "steun": obj.aantal_steun + obj.aantal_papier,
        }
        return _("%(titel)s (%(staat)s, laatste bericht %(dag)s, steun: %(steun)s)") % words


class SamenForm(forms.Form):
    """Which ones go on in this one, and why."""

    met = WhichField(
        label=gettext_lazy("Welke gaan hierin verder?"),
        queryset=Initiatief.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Vink ten minste één initiatief aan.")},
    )
    reden = LineField(
        label=gettext_lazy("Waarom?"),
        max_length=300,
        help_text=gettext_lazy(
            "Iedereen leest dit, en wie het volgt krijgt het per mail. Schrijf zonder namen. "
            "Bijvoorbeeld: Beide groepen willen een bus naar de winkel."
        ),
    )

    def __init__(self, data: Any, *, offered: QuerySet[Initiatief], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        which: Any = self.fields["met"]
        which.queryset = offered


def offered_to(
    initiatief: Initiatief, rows: QuerySet[Initiatief], q: str, ticked: list[str]
) -> QuerySet[Initiatief]:
    """Those of the same ward that may go on in it: what looks like it and was last heard of first.

    What is ticked stays, whatever is looked for.
    """
    rows = rows.filter(wijk=initiatief.wijk_id, samengevoegd_in=None).exclude(pk=initiatief.pk)
    alike: list[int] = []
    asked = rows
    for word in q.split()[:WORDS]:
        asked = asked.filter(title__icontains=word)
    if not q.strip():
        found = similar(initiatief.title, "", wijk=initiatief.wijk, limit=SHOWN)
        alike = _pks(rows.filter(pk__in=[one.pk for one in found]))
    likely_first = Case(When(pk__in=alike, then=0), default=1, output_field=IntegerField())
    order = (likely_first, "-laatste_teken", "-pk")
    kept = [int(pk) for pk in ticked if pk.isascii() and pk.isdigit() and len(pk) < LONGEST]
    return rows.filter(pk__in=[*_pks(asked.order_by(*order)), *kept]).order_by(*order)


def _pks(rows: QuerySet[Initiatief]) -> list[int]:
    return list(rows.values_list("pk", flat=True)[:SHOWN])
