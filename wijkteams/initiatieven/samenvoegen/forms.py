"""What is filled in to merge."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import Initiatief

SHOWN = 20
"Who looks for another, types a word of its name."
WORDS = 8


class WhichField(forms.ModelMultipleChoiceField):
    """Initiatives with what tells one from the other."""

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
    ordered = rows.order_by("-laatste_teken", "-pk")
    if q.strip():
        for word in q.split()[:WORDS]:
            ordered = ordered.filter(title__icontains=word)
        found = _pks(ordered)
    else:
        alike = similar(initiatief.title, "", wijk=initiatief.wijk, limit=SHOWN)
        found = [one.pk for one in alike] + _pks(ordered)
    kept = [int(pk) for pk in ticked if pk.isascii() and pk.isdigit() and len(pk) < 10]
    return rows.filter(pk__in=[*found[:SHOWN], *kept]).order_by("-laatste_teken", "-pk")


def _pks(rows: QuerySet[Initiatief]) -> list[int]:
    return list(rows.values_list("pk", flat=True)[:SHOWN])
