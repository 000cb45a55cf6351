"""The screens of telling, one question each. A GET changes nothing; a POST keeps and leads on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.turns import own_turn
from wijkteams.maps.outlines import map_data
from wijkteams.signalen.vertellen import concept, photos
from wijkteams.signalen.vertellen.forms import (
    ContactForm,
    FotoForm,
    OnderwerpForm,
    StepForm,
    VerhaalForm,
)
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.place_form import PlekForm
from wijkteams.signalen.vertellen.shown import cards
from wijkteams.signalen.vertellen.telling import REVIEW, STEPS, Telling, telling_of, url_of

TO_REVIEW = "nakijken"
GPS = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: HttpRequest, stap: str) -> HttpResponse:
    """One screen."""
    if stap not in STEPS:
        raise Http404
    telling = telling_of(request)
    if telling is None:
        return redirect("signaal_nieuw")
    if not telling.may_see(stap):
        return redirect(url_of(telling.first_missing() or REVIEW))
    if stap == "zelfde":
        return _same(request, telling)
    form = _form(request, telling, stap)
    if request.method == "POST" and form.is_valid():
        return _keep(request, stap, form)
    return _show(request, telling, stap, form)


def _keep(request: HttpRequest, step: str, form: StepForm) -> HttpResponse:
    # Only now: checking a form and cleaning a photo take time in which nobody else could write.
    with own_turn(), transaction.atomic():
        telling = telling_of(request, held=True)
        if telling is None:
            return redirect("signaal_nieuw")
        before = telling.draft.wijk
        form.keep_in(telling.draft)
        if isinstance(form, FotoForm):
            photos.change(telling.half, form.cleaned_data["fotos"])
        telling.draft.gezien = sorted({*telling.draft.gezien, step})
        concept.keep(telling.half)
    if isinstance(form, PlekForm):
        if form.moved:
            return redirect(f"{_url(request, step)}#div_id_plek")
        if before is not None and telling.draft.wijk != before and form.wijk is not None:
            text = _("Deze plek ligt in %(wijk)s. Uw signaal gaat naar dat wijkteam.")
            messages.info(request, text % {"wijk": form.wijk.name})
    return redirect(_next(request, Telling(telling.half), step))


def _next(request: HttpRequest, telling: Telling, step: str) -> str:
    after = telling.after(step)
    if TO_REVIEW in request.GET and telling.first_missing() is None and after != "zelfde":
        return url_of(REVIEW)
    return url_of(after)


def _form(request: HttpRequest, telling: Telling, step: str) -> StepForm:
    sent = request.POST if request.method == "POST" else None
    draft = telling.draft
    common: dict[str, Any] = {"back_url": telling.before(step)}
    if TO_REVIEW in request.GET:
        common["back_url"] = url_of(REVIEW)
    if step == "plek":
        return PlekForm(sent, wijk=telling.wijk, draft=draft, **common)
    if step == "foto":
        files = request.FILES if sent is not None else None
        return FotoForm(sent, files, there=photos.there(telling.half), **common)
    initial = {**vars(draft), "categorie": str(draft.categorie or "")}
    if step == "onderwerp":
        return OnderwerpForm(sent, wijk=telling.wijk, initial=initial, **common)
    if step == "verhaal" and telling.categorie is not None:
        return VerhaalForm(sent, categorie=telling.categorie, initial=initial, **common)
    return ContactForm(sent, initial=initial, **common)


def _same(request: HttpRequest, telling: Telling) -> HttpResponse:
    """Signals nearby; to go on is a plain link, for there is nothing to keep."""
    if not telling.same:
        return redirect(url_of("contact"))
    title = str(STEPS["zelfde"])
    return show(
        request,
        "zelfde",
        title,
        wijk=telling.wijk,
        cards=cards(telling.same),
        next_url=url_of("contact"),
        back_url=url_of("plek"),
        **telling.progress("zelfde"),
    )


def _show(request: HttpRequest, telling: Telling, step: str, form: StepForm) -> HttpResponse:
    ground = map_data(telling.wijk) if step == "plek" else None
    response = show(
        request,
        "stap",
        str(STEPS[step]),
        wijk=telling.wijk,
        form=form,
        step=step,
        categorie=telling.categorie if step == "verhaal" else None,
        ground=ground,
        **telling.progress(step),
    )
    if step == "plek":  # here alone the telephone may say where it is, if they let it
        response._permissions_policy_override = GPS  # type: ignore[attr-defined]
    return response


def _url(request: HttpRequest, step: str) -> str:
    url = reverse("signaal_stap", args=[step])
    return f"{url}?{TO_REVIEW}" if TO_REVIEW in request.GET else url
