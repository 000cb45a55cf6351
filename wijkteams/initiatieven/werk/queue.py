"""The queue of ideas: who waits longest stands first, with the days that are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.initiatieven.models import Aanvraagstaat, InitiatiefAanvraag
from wijkteams.initiatieven.werk.access import ADD, IDEAS
from wijkteams.initiatieven.werk.frame import frame
from wijkteams.initiatieven.werk.term import OPEN, Term, late, term_of
from wijkteams.initiatieven.werk.wards import offer_wards
from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import demand

PER_PAGE = 25
ALL = "alles"
ATTENTION = [
    ("", gettext_lazy("Alles")),
    ("laat", gettext_lazy("Te laat")),
    ("mijn", gettext_lazy("Wat ik oppak")),
    ("niemand", gettext_lazy("Pakt nog niemand op")),
]


@dataclass(frozen=True)
class Line:
    """One idea in the queue."""

    aanvraag: Any
    term: Term | None


class QueueFilter(forms.Form):
    """The fields above the queue. Names and addresses of residents are never searched (R-04)."""

    q = forms.CharField(label=gettext_lazy("Zoek in de ideeën"), required=False, max_length=100)
    wijk = forms.ModelChoiceField(
        label=gettext_lazy("Wijk"), required=False, queryset=Wijk.objects.none()
    )
    staat = forms.ChoiceField(
        label=gettext_lazy("Antwoord"),
        required=False,
        choices=[
            ("", gettext_lazy("Nog niet beantwoord")),
            *Aanvraagstaat.choices,
            (ALL, gettext_lazy("Alle ideeën")),
        ],
    )
    let_op = forms.ChoiceField(label=gettext_lazy("Let op"), required=False, choices=ATTENTION)

    def __init__(self, data: Any, *, user: Any) -> None:
        super().__init__(data)
        self.user = user
        self.only_ward = offer_wards(self.fields["wijk"], user, IDEAS)
        self.is_valid()

    @property
    def asked(self) -> dict[str, Any]:
        """What was chosen, without what made no sense."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chosen(self, rows: Any) -> Any:
        """The ideas that are asked for, in order."""
        asked = self.asked
        staat = asked.get("staat", "")
        if staat != ALL:
            rows = rows.filter(staat__in=[staat] if staat else OPEN)
        if "wijk" in asked:
            rows = rows.filter(wijk=asked["wijk"])
        for word in asked.get("q", "").split()[:8]:
            rows = rows.filter(Q(titel__icontains=word) | Q(idee__icontains=word))
        attention = {
            "laat": late(),
            "mijn": Q(toegewezen_aan=self.user.pk),
            "niemand": Q(toegewezen_aan=None),
        }
        rows = rows.filter(attention.get(asked.get("let_op", ""), Q()))
        return rows.order_by("antwoord_voor", "pk") if not staat else rows.order_by("-pk")


@never_cache
@require_safe
def ideas(request: HttpRequest) -> HttpResponse:
    """The ideas of the own wards, by what was asked."""
    demand(request, IDEAS)
    form = QueueFilter(request.GET, user=request.user)
    rows = form.chosen(InitiatiefAanvraag.objects.visible_to(request.user))  # type: ignore[arg-type]
    near = rows.select_related("wijk", "toegewezen_aan", "initiatief")
    page = Paginator(near, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "form": form,
        "is_filtered": bool(form.asked),
        "page": page,
        "lines": [Line(one, term_of(one)) for one in page.object_list],
        "may_add": membership_of(request.user).may("rows", ADD),  # type: ignore[arg-type]
        "several_wards": form.only_ward is None,
        **frame(_("Ideeën")),
    }
    return render(request, "initiatieven/werk/ideeen.html", context)
