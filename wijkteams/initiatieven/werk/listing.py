"""The initiatives of the own wards: those that go on first, and which of them ask attention."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    Controle,
    Initiatief,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.initiatieven.werk.access import ADD, VIEW
from wijkteams.initiatieven.werk.frame import frame
from wijkteams.initiatieven.werk.wards import offer_wards
from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.row_access import demand

PER_PAGE = 25
ALL = "alles"
SILENT = timedelta(days=90)
"After 60 days the initiators got a mail, and did not answer in 30 more."
ATTENTION = [
    ("", gettext_lazy("Alles")),
    ("nakijken", gettext_lazy("Wacht op jullie akkoord")),
    ("stil", gettext_lazy("Al lang stil")),
    ("hulp", gettext_lazy("Zoekt hulp")),
    ("concept", gettext_lazy("Nog niet op de site")),
]


def waits() -> Q:
    """What initiators wrote, that somebody of the team must look at."""
    of_it = {"initiatief": OuterRef("pk"), "controle": Controle.WACHT}
    return Q(Exists(Update.objects.filter(**of_it))) | Q(Exists(Wijziging.objects.filter(**of_it)))


def silent() -> Q:
    """Those of which nobody told anything, though it was asked."""
    return (
        Q(laatste_teken__lt=timezone.now() - SILENT, samengevoegd_in=None)
        & ~Q(gevraagd_op=None)
        & ~Q(staat__in=AFGESLOTEN)
    )


class ListFilter(forms.Form):
    """The fields above the list."""

    q = forms.CharField(label=gettext_lazy("Zoek op naam"), required=False, max_length=100)
    wijk = forms.ModelChoiceField(
        label=gettext_lazy("Wijk"), required=False, queryset=Wijk.objects.none()
    )
    staat = forms.ChoiceField(
        label=gettext_lazy("Staat"),
        required=False,
        choices=[
            ("", gettext_lazy("Loopt nog")),
            *Staat.choices,
            (ALL, gettext_lazy("Alle staten")),
        ],
    )
    let_op = forms.ChoiceField(label=gettext_lazy("Let op"), required=False, choices=ATTENTION)

    def __init__(self, data: Any, *, user: Any) -> None:
        super().__init__(data)
        self.only_ward = offer_wards(self.fields["wijk"], user, VIEW)
        self.is_valid()

    @property
    def asked(self) -> dict[str, Any]:
        """What was chosen, without what made no sense."""
        return {name: value for name, value in self.cleaned_data.items() if value}

    def chosen(self, rows: Any) -> Any:
        """The initiatives that are asked for. Merged ones stand under the one they follow."""
        asked = self.asked
        rows = rows.filter(samengevoegd_in=None)
        staat = asked.get("staat", "")
        if staat != ALL:
            rows = rows.filter(staat=staat) if staat else rows.lopend()
        if "wijk" in asked:
            rows = rows.filter(wijk=asked["wijk"])
        for word in asked.get("q", "").split()[:8]:
            rows = rows.filter(title__icontains=word)
        attention = {
            "nakijken": waits(),
            "stil": silent(),
            "hulp": Q(zoekt_hulp=True),
            "concept": Q(is_live=False),
        }
        rows = rows.filter(attention.get(asked.get("let_op", ""), Q()))
        return rows.order_by("-laatste_teken", "-pk")


@never_cache
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The initiatives of the own wards, by what was asked."""
    demand(request, VIEW)
    form = ListFilter(request.GET, user=request.user)
    rows = form.chosen(Initiatief.objects.visible_to(request.user))  # type: ignore[arg-type]
    near = rows.select_related("wijk").annotate(
        has_waiting=Exists(_waiting(Update)) | Exists(_waiting(Wijziging)),
        number_of_needs=Count("hulpvragen", filter=Q(hulpvragen__is_open=True), distinct=True),
    )
    context = {
        "form": form,
        "is_filtered": bool(form.asked),
        "page": Paginator(near, PER_PAGE).get_page(request.GET.get("p")),
        "may_add": membership_of(request.user).may("rows", ADD),  # type: ignore[arg-type]
        "several_wards": form.only_ward is None,
        **frame(_("Initiatieven")),
    }
    return render(request, "initiatieven/werk/initiatieven.html", context)


def _waiting(model: Any) -> Any:
    return model.objects.filter(initiatief=OuterRef("pk"), controle=Controle.WACHT)
