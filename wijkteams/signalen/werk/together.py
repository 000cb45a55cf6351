"""Screens for the signals that were ticked: a step for all, and putting them together."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms import FreeTextField
from wijkteams.row_access import demand
from wijkteams.signalen.merging import merge
from wijkteams.signalen.models import Signaal, Staat
from wijkteams.signalen.werk.access import CHANGE
from wijkteams.signalen.werk.bulk import AT_ONCE, step_all, step_all_later
from wijkteams.signalen.werk.chosen import chosen_signals
from wijkteams.signalen.werk.frame import frame
from wijkteams.signalen.werk.queue import lines_of


class SamenStapForm(forms.Form):
    """The same step for all."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Wat wordt de staat?"),
        choices=[(one.value, one.label) for one in Staat if one != Staat.NIEUW],
        widget=forms.RadioSelect,
    )
    openbare_zin = FreeTextField(
        label=gettext_lazy("Wat iedereen mag lezen"),
        required=False,
        rows=3,
        max_length=600,
        help_text=gettext_lazy("Iedereen die een van deze signalen vertelde, krijgt deze zin."),
    )
    interne_notitie = FreeTextField(
        label=gettext_lazy("Alleen voor het team"), required=False, rows=3, max_length=2000
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step_many(request: HttpRequest) -> HttpResponse:
    """One step for all that were ticked; of which the state does not allow it, stays."""
    rows = _rows(request)
    if not rows:
        return _none(request)
    form = SamenStapForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = form.cleaned_data
        pks = [row.pk for row in rows]
        if len(pks) > AT_ONCE:
            step_all_later.enqueue(pks, request.user.pk or 0, **words)
            messages.success(request, _("We zijn ermee bezig. Over een paar minuten is het klaar."))
            return redirect("signalen:index")
        done, refused = step_all(pks, request.user, **words)
        _tell(request, done, refused)
        return redirect("signalen:index")
    title = _("Een stap voor meer signalen")
    context = {"lines": lines_of(rows), "form": form, **frame(title)}
    status = 422 if form.is_bound else 200
    return render(request, "signalen/beheer/samen_stap.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def merge_many(request: HttpRequest) -> HttpResponse:
    """Which one goes on; the others follow it."""
    rows = _rows(request)
    if not rows:
        return _none(request)
    error = ""
    if request.method == "POST":
        wanted = request.POST.get("verder", "")
        into = next((row for row in rows if str(row.pk) == wanted), None)
        if into is None:
            error = _("Kies welk signaal verdergaat.")
        else:
            try:
                merge(into.pk, [row.pk for row in rows], request.user)
            except ValidationError as refusal:
                error = " ".join(refusal.messages)
            else:
                messages.success(request, _("Samengevoegd. Je kunt dat altijd weer losmaken."))
                return redirect("signalen:een", into.pk)
    context = {"lines": lines_of(rows), "error": error, **frame(_("Signalen samenvoegen"))}
    status = 422 if error else 200
    return render(request, "signalen/beheer/samenvoegen.html", context, status=status)


def _rows(request: HttpRequest) -> list[Signaal]:
    demand(request, CHANGE)
    rows = chosen_signals(request).filter(samengevoegd_in=None)
    return list(rows.select_related("wijk", "categorie", "toegewezen_aan"))


def _none(request: HttpRequest) -> HttpResponse:
    messages.info(request, _("Vink eerst een of meer signalen aan."))
    return redirect("signalen:index")


def _tell(request: HttpRequest, done: int, refused: list[Any]) -> None:
    if done:
        text = ngettext("%(n)s signaal bijgewerkt.", "%(n)s signalen bijgewerkt.", done)
        messages.success(request, text % {"n": done})
    if refused:
        text = _("Bij deze signalen kon dat niet: %(codes)s.")
        messages.warning(request, text % {"codes": ", ".join(refused)})
