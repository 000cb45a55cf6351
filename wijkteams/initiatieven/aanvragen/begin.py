"""The first screen: what happens with an idea, and in which ward it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.errors import too_many_requests
from core.forms import HouseHelper
from wijkteams.initiatieven.aanvragen import brakes, concept
from wijkteams.initiatieven.aanvragen.asking import Asking
from wijkteams.initiatieven.aanvragen.doors import open_draft
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.frame import in_ward
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED

SHOWN_WHILE_TYPING = 3


class BeginForm(forms.Form):
    """The ward is known from the address; without, it is asked."""

    wijk = forms.ChoiceField(
        label=gettext_lazy("In welke wijk is het?"),
        error_messages={"required": gettext_lazy("Kies de wijk.")},
    )
    use_required_attribute = False

    def __init__(self, *args: Any, wijk: Wijk | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Wijk.objects.exclude(status__in=ENDED)
        if wijk is not None:
            rows = rows.filter(pk=wijk.pk)
            self.fields["wijk"].widget = forms.HiddenInput()
            self.initial["wijk"] = wijk.slug
        named = list(rows.values_list("slug", "name"))
        choices = named if wijk is not None else [("", _("Kies een wijk")), *named]
        self.fields["wijk"].choices = choices  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(self, submit=_("Vertel uw idee"))
        helper.form_action = "?"
        return helper


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest) -> HttpResponse:
    """How it goes; a POST begins."""
    sent = request.POST if request.method == "POST" else request.GET
    wijk = ward_of(sent.get("wijk", ""))
    title = _("Vertel uw idee")
    if wijk is not None and wijk.has_ended:
        opvolger = wijk.opvolger
        return in_ward(request, "aanvragen/gestopt", title, wijk=wijk, opvolger=opvolger)
    form = BeginForm(request.POST if request.method == "POST" else None, wijk=wijk)
    if request.method == "POST" and form.is_valid() and wijk is not None:
        if not brakes.BEGUN.allows_one_more(request):
            return too_many_requests(request, seconds=brakes.HOUR)
        half = concept.find(concept.start(wijk.pk))
        return redirect(Asking(half).url_of("idee") if half else "idee:nieuw")
    return in_ward(request, "aanvragen/begin", title, wijk=wijk, form=form)


@never_cache
@require_safe
def verder(request: HttpRequest, token: str) -> HttpResponse:
    """The link of 'Later verder' leads to the first screen that was not answered."""
    asking = open_draft(request, token)
    return asking if isinstance(asking, HttpResponse) else redirect(asking.go_on())


@never_cache
@require_safe
def lijkt_op(request: HttpRequest) -> HttpResponse:
    """What looks like the words that somebody is typing: a piece of a page, for the script."""
    wijk = ward_of(request.GET.get("wijk", ""))
    found = similar(request.GET.get("q", "")[:120], "", wijk=wijk, limit=SHOWN_WHILE_TYPING)
    response = render(request, "initiatieven/aanvragen/lijkt_op_stuk.html", {"found": found})
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def ward_of(slug: str) -> Wijk | None:
    """The ward of an address; None when it says none."""
    if not slug:
        return None
    wijk = Wijk.objects.filter(slug=slug[:60]).select_related("opvolger").first()
    if wijk is None:
        raise Http404
    return wijk
