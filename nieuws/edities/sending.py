"""Sending a newsletter: first to whom and when, then all of it once more with the number."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.mail.framing import framed_mail
from core.security.throttle import Throttle
from nieuws.edities import access
from nieuws.edities.forms import AantalForm, ProefForm, VerstuurForm
from nieuws.edities.frame import frame
from nieuws.edities.recipe import (
    earlier,
    html_to_look_at,
    mail_of,
    numbers_per_list,
    recipe_of,
    sender_of,
    soundness_of,
    went_before,
)
from nieuws.models import Lijst, NieuwsbriefPage
from nieuws.verzenden import services
from nieuws.verzenden.services import NumberChangedError, SendingError

TESTS = Throttle("proefmail", limit=20, seconds=3600, by_network=False)
"A test mail goes to any address: not a way to write to the whole street."


@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, page_id: int) -> HttpResponse:
    """First choose, then see who gets it, and only then it is sent."""
    page = access.the_page(request, page_id)
    form = _form(request, page)
    if not form.is_valid() or "anders" in request.POST:
        return _choose(request, page, form)
    chosen: list[Lijst] = list(form.cleaned_data["lijsten"])
    if "verstuur" not in request.POST:
        return _confirm(request, page, form, chosen)
    return _send(request, page, form, chosen)


def _form(request: HttpRequest, page: NieuwsbriefPage) -> VerstuurForm:
    lists = access.lists_for(page)
    sent = request.POST if request.method == "POST" else None
    return VerstuurForm(sent, lijsten=lists, numbers=numbers_per_list(lists))


def _choose(request: HttpRequest, page: NieuwsbriefPage, form: VerstuurForm) -> HttpResponse:
    context = {
        "page": page,
        "form": form,
        "proef": ProefForm(initial={"naar": getattr(request.user, "email", "")}),
        "soundness": soundness_of(page),
        "sender": sender_of(page),
        "mail": mail_of(page),
        "has_lists": access.lists_for(page).exists(),
        "went_before": went_before(earlier(page)),
        **_head(page),
    }
    return render(request, "nieuws/edities/versturen.html", context)


def _confirm(
    request: HttpRequest,
    page: NieuwsbriefPage,
    form: VerstuurForm,
    chosen: list[Lijst],
    number: AantalForm | None = None,
    refused: str = "",
) -> HttpResponse:
    recipe = recipe_of(page, chosen)
    context = {
        "page": page,
        "form": form,
        "recipe": recipe,
        "sender": sender_of(page),
        "moment": form.moment,
        "number": number or AantalForm(total=recipe.to.total),
        "refused": refused,
        "went_before": went_before(earlier(page)),
        **_head(page),
    }
    return render(request, "nieuws/edities/bevestigen.html", context)


def _send(
    request: HttpRequest, page: NieuwsbriefPage, form: VerstuurForm, chosen: list[Lijst]
) -> HttpResponse:
    """The number that was typed is the number that was shown, and still is (N7)."""
    total = services.recipients(chosen).total
    number = AantalForm(request.POST, total=total)
    if not number.is_valid():
        return _confirm(request, page, form, chosen, number)
    stored = NieuwsbriefPage.objects.get(pk=page.pk)
    try:
        editie = services.schedule(
            stored,
            chosen,
            by=request.user,  # type: ignore[arg-type]
            expected=number.cleaned_data["aantal"],
            moment=form.moment,
        )
    except NumberChangedError as changed:
        again = AantalForm(total=changed.total)
        return _confirm(request, page, form, chosen, again, str(changed))
    except SendingError as refused:
        return _confirm(request, page, form, chosen, number, str(refused))
    messages.success(request, _said(form.moment))
    return redirect("edities:edition", editie.pk)


def _said(moment: datetime | None) -> str:
    if moment is None:
        return _("De nieuwsbrief gaat nu weg. Hieronder zie je hoe ver hij is.")
    return _("De nieuwsbrief staat klaar. Je kunt hem tot dan nog tegenhouden.")


@require_POST
def test(request: HttpRequest, page_id: int) -> HttpResponse:
    """A test mail to oneself, or to who reads along."""
    page = access.the_page(request, page_id)
    form = ProefForm(request.POST)
    if form.is_valid() and not TESTS.allows_one_more(request, str(request.user.pk)):
        messages.error(request, _("Dat waren veel proefmails. Probeer het over een uur opnieuw."))
    elif form.is_valid():
        to = form.cleaned_data["naar"]
        services.test_mail(page, to)
        text = _("De proefmail is onderweg naar %(address)s.")
        messages.success(request, text % {"address": to})
    else:
        messages.error(request, " ".join(str(error) for error in form.errors["naar"]))
    return redirect("edities:send", page_id)


@require_safe
@xframe_options_sameorigin
def preview(request: HttpRequest, page_id: int) -> HttpResponse:
    """The mail in the frame. The links of a reader are nobody's here."""
    return framed_mail(html_to_look_at(access.the_page(request, page_id)))


def _head(page: NieuwsbriefPage) -> dict[str, Any]:
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return frame(_("Versturen"), (page.title, edit))
