"""The screens of an idea, one question each. A GET changes nothing; a POST keeps and leads on."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from core.forms.files import FileThere
from core.turns import own_turn
from wijkteams.initiatieven.aanvragen import concept
from wijkteams.initiatieven.aanvragen.asking import REVIEW, SAME, STEPS, Asking, asking_of
from wijkteams.initiatieven.aanvragen.doors import leads_nowhere, open_draft
from wijkteams.initiatieven.aanvragen.forms import (
    LATER,
    FotoForm,
    IdeeForm,
    NodigForm,
    RegelsForm,
    StepForm,
    ThemasForm,
    WaaromForm,
    WieForm,
)
from wijkteams.initiatieven.aanvragen.people_forms import SamenForm, UzelfForm
from wijkteams.initiatieven.aanvragen.pictures import answer
from wijkteams.initiatieven.aanvragen.place_form import WaarForm
from wijkteams.initiatieven.frame import in_ward
from wijkteams.maps.outlines import map_data

TO_REVIEW = "nakijken"
GPS = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()"
PLAIN: dict[str, type[StepForm]] = {
    "idee": IdeeForm,
    "waarom": WaaromForm,
    "wie": WieForm,
    "uzelf": UzelfForm,
    "regels": RegelsForm,
}


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: HttpRequest, token: str, stap: str) -> HttpResponse:
    """One screen."""
    if stap not in STEPS:
        raise Http404
    asking = open_draft(request, token)
    if isinstance(asking, HttpResponse):
        return asking
    if not asking.may_see(stap):
        return redirect(asking.url_of(asking.first_missing() or REVIEW))
    if stap == SAME:
        return _same(request, asking)
    form = _form(request, asking, stap)
    if request.method == "POST" and form.is_valid():
        return _keep(request, token, stap, form)
    return _show(request, asking, stap, form)


def _keep(request: HttpRequest, token: str, step: str, form: StepForm) -> HttpResponse:
    # Only now: checking a form and cleaning a photo take time in which nobody else could write.
    with own_turn(), transaction.atomic():
        asking = asking_of(token, held=True)
        if asking is None:
            return leads_nowhere(request)
        form.keep_in(asking.draft)
        if isinstance(form, FotoForm):
            changes, content = form.change()
            if changes:
                concept.set_photo(asking.half, content)
        asking.draft.gezien = sorted({*asking.draft.gezien, step})
        concept.keep(asking.half)
    if isinstance(form, WaarForm) and form.moved:
        aside = f"?{TO_REVIEW}" if TO_REVIEW in request.GET else ""
        return redirect(f"{asking.url_of(step)}{aside}#div_id_plek")
    if LATER in request.POST:
        return redirect("idee:later", token=token)
    return redirect(_next(request, asking, step))


def _next(request: HttpRequest, asking: Asking, step: str) -> str:
    if TO_REVIEW in request.GET and asking.first_missing() is None:
        return asking.url_of(REVIEW)
    return asking.url_of(asking.after(step))


def _form(request: HttpRequest, asking: Asking, step: str) -> StepForm:
    sent = request.POST if request.method == "POST" else None
    draft = asking.draft
    back_url = asking.url_of(REVIEW) if TO_REVIEW in request.GET else asking.before(step)
    common: dict[str, Any] = {"back_url": back_url}
    if step == "waar":
        return WaarForm(sent, wijk=asking.wijk, draft=draft, **common)
    if step == "foto":
        files = request.FILES if sent is not None else None
        return FotoForm(sent, files, there=there(asking), **common)
    if step == "samen":
        return SamenForm(sent, draft=draft, **common)
    if step == "nodig":
        return NodigForm(sent, initial=draft.nodig, **common)
    if step == "themas":
        initial = {"themas": [str(pk) for pk in draft.themas]}
        return ThemasForm(sent, wijk=asking.wijk, initial=initial, **common)
    return PLAIN[step](sent, initial=vars(draft), **common)


def there(asking: Asking) -> list[FileThere]:
    """The picture so far, as the form shows it."""
    if not concept.photo_of(asking.half):
        return []
    url = reverse("idee:conceptfoto", args=[asking.half.token])
    return [FileThere(_("Uw foto"), thumbnail_url=url, key="foto")]


def _same(request: HttpRequest, asking: Asking) -> HttpResponse:
    """Initiatives that look like it; to go on is a plain link, for there is nothing to keep."""
    if not asking.same:
        return redirect(asking.url_of("waarom"))
    return in_ward(
        request,
        "aanvragen/lijkt_op",
        str(STEPS[SAME]),
        wijk=asking.wijk,
        found=asking.same,
        next_url=asking.url_of("waarom"),
        back_url=asking.url_of("idee"),
        later_url=reverse("idee:later", args=[asking.half.token]),
        **asking.progress(SAME),
    )


def _show(request: HttpRequest, asking: Asking, step: str, form: StepForm) -> HttpResponse:
    is_place = step == "waar"
    response = in_ward(
        request,
        "aanvragen/stap",
        str(STEPS[step]),
        wijk=asking.wijk,
        form=form,
        step=step,
        ground=map_data(asking.wijk) if is_place and "plek" in form.fields else None,
        **asking.progress(step),
    )
    if is_place:  # here alone the telephone may say where it is, if they let it
        response._permissions_policy_override = GPS  # type: ignore[attr-defined]
    return response


@never_cache
@require_safe
def conceptfoto(request: HttpRequest, token: str) -> HttpResponse:
    """The picture of what is being written, for who has its link."""
    asking = open_draft(request, token)
    if isinstance(asking, HttpResponse):
        return asking
    content = concept.photo_of(asking.half)
    if not content:
        raise Http404
    return answer(content)
