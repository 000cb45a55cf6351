"""The team's screens: let others go on in this initiative, and undo that."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.initiatieven.models import Initiatief, Samenvoeging
from wijkteams.initiatieven.samenvoegen import merging
from wijkteams.initiatieven.samenvoegen.forms import SamenForm, offered_to
from wijkteams.initiatieven.werk.access import CHANGE, the_initiative
from wijkteams.initiatieven.werk.frame import frame_of

LONGEST = 100


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def merge_screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Which ones go on in this one. Only those that the user may see can be chosen."""
    initiatief = the_initiative(request, pk, CHANGE)
    if initiatief.samengevoegd_in_id is not None:
        return redirect("samenvoegen:los", pk)
    typed = request.POST if request.method == "POST" else request.GET
    ticked, q = typed.getlist("met"), typed.get("q", "").replace("\0", "")[:LONGEST]
    own = Initiatief.objects.visible_to(request.user)  # type: ignore[arg-type]
    offered = offered_to(initiatief, own, q, ticked)
    only_looks = request.method != "POST" or "zoek" in typed
    first = {"met": ticked, "reden": typed.get("reden", "")}
    form = SamenForm(None if only_looks else typed, offered=offered, initial=first)
    if form.is_valid() and _merged(request, initiatief, form):
        return redirect("initiatieven:een", pk)
    context = {
        "initiatief": initiatief,
        "form": form,
        "q": q,
        "any": offered.exists(),
        **frame_of(initiatief, _("Voeg samen")),
    }
    status = 422 if form.is_bound else 200
    return render(request, "initiatieven/samenvoegen/samen.html", context, status=status)


def _merged(request: HttpRequest, initiatief: Initiatief, form: SamenForm) -> bool:
    chosen: Any = form.cleaned_data["met"]
    pks, reden = [one.pk for one in chosen], form.cleaned_data["reden"]
    try:
        merging.merge(initiatief.pk, pks, reden, request.user)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    text = _("Samengevoegd. Wie het volgt, krijgt bericht. Je kunt het altijd weer losmaken.")
    messages.success(request, text)
    return True


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def separate_screen(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it goes on and why; a POST lets it go on by itself again."""
    initiatief = the_initiative(request, pk, CHANGE)
    if request.method == "POST":
        try:
            merging.separate(pk, request.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            text = _("Losgemaakt. Wie het volgde, krijgt weer bericht van dit initiatief.")
            messages.success(request, text)
        return redirect("initiatieven:een", pk)
    if initiatief.samengevoegd_in_id is None:
        messages.info(request, _("Dit initiatief is niet (meer) samengevoegd."))
        return redirect("initiatieven:een", pk)
    row = Samenvoeging.objects.select_related("doel", "door").get(bron=initiatief, los_op=None)
    context = {"initiatief": initiatief, "row": row, **frame_of(initiatief, _("Maak los"))}
    return render(request, "initiatieven/samenvoegen/los.html", context)
