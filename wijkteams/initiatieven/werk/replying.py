"""The page on which an initiator answers a question of the team. Looking changes nothing (R-09)."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.forms import FreeTextField, HouseHelper
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import brakes
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Aanvraagstaat, Aanvraagstap, InitiatiefAanvraag
from wijkteams.initiatieven.werk import services


class AntwoordForm(forms.Form):
    """One field."""

    tekst = FreeTextField(label=gettext_lazy("Uw antwoord"), max_length=1000, rows=5)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.helper = HouseHelper(self, "tekst", submit=_("Verstuur mijn antwoord"))


@never_cache
@sensitive_post_parameters("tekst")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """The question, and a place to answer; afterwards thanks."""
    if brakes.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=brakes.MINUTE)
    code = tokens.code_of(tokens.AANVRAAG, token)
    rows = InitiatiefAanvraag.objects.select_related("wijk")
    aanvraag = rows.filter(code=code).first() if code else None
    if aanvraag is None:
        brakes.WRONG_LINKS.count_wrong_try(request)
        title = _("Deze link werkt niet (meer)")
        return in_ward(request, "onbekend", title, wijk=None, status=404)
    asks = aanvraag.staat == Aanvraagstaat.IN_GESPREK
    form = AntwoordForm(request.POST if request.method == "POST" and asks else None)
    if form.is_valid():
        with suppress(services.StaleError):  # the team decided just now: the page says so
            services.reply(aanvraag.pk, form.cleaned_data["tekst"])
        return redirect(request.path)
    return _page(request, aanvraag, form, asks=asks)


def _page(
    request: HttpRequest, aanvraag: InitiatiefAanvraag, form: AntwoordForm, *, asks: bool
) -> HttpResponse:
    return in_ward(
        request,
        "werk/antwoord",
        _("Een vraag over uw idee"),
        wijk=aanvraag.wijk,
        status=422 if form.is_bound else 200,
        aanvraag=aanvraag,
        asks=asks,
        said=_last(aanvraag),
        form=form,
    )


def _last(aanvraag: InitiatiefAanvraag) -> Aanvraagstap | None:
    """The last thing that was said: the question, or the answer."""
    found: Aanvraagstap | None = aanvraag.stappen.exclude(tekst="").order_by("-pk").first()
    return found
