"""Putting somebody on the list, changing it, and taking somebody off."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import Refused, SignedUp
from wijkteams.activiteiten.deelnemers import access
from wijkteams.activiteiten.deelnemers.forms import BY_TEAM, InvoerForm, WijzigForm
from wijkteams.activiteiten.deelnemers.lijst import Lijst, list_of
from wijkteams.activiteiten.deelnemers.overview import frame
from wijkteams.activiteiten.deelnemers.placing import correct, give_place
from wijkteams.activiteiten.models import Aanmelding

Status = Aanmelding.Status


def why_not(refused: Refused) -> str:
    """A refusal in words for the team."""
    words = {
        "vol": _("Er is geen plek meer, ook geen vrijgehouden plek."),
        "inloop": _("Hiervoor hoeft niemand zich aan te melden."),
        "voorbij": _("Het is al geweest."),
        "afgelast": _("Het gaat niet door."),
        "te_groot": _("Zo veel mensen kan niet."),
        "weg": _("Deze persoon komt al niet meer."),
    }
    return words.get(refused.reason, _("Dit kan nu niet."))


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, **which: int) -> HttpResponse:
    """The form for who phones or stands there; afterwards it is empty again for the next."""
    lijst = access.the_list(request, access.ADD, **which)
    bron = request.GET.get("hoe", "")
    initial = {"bron": bron} if bron in dict(BY_TEAM) else {}
    sent = request.POST if request.method == "POST" else None
    form = InvoerForm(sent, page=lijst.page, initial=initial)
    if form.is_valid():
        try:
            _say(request, _enter(lijst, form, request.user))
        except Refused as refused:
            form.add_error(None, why_not(refused))
        else:
            again = f"{lijst.url('enter')}?hoe={form.cleaned_data['bron']}"
            return redirect(again if "volgende" in request.POST else lijst.url())
    title = _("Iemand toevoegen")
    context = {"form": form, "room": lijst.room(), **frame(title, lijst, title)}
    return render(request, "activiteiten/deelnemers/invoeren.html", context)


def _enter(lijst: Lijst, form: InvoerForm, by: Any) -> SignedUp:
    return services.enter(
        activiteit=lijst.activiteit,
        keer=lijst.signs_up_for,
        who=form.applicant(),
        bron=form.cleaned_data["bron"],
        entered_by=by,
        request_key=form.cleaned_data["request_key"],
    )


def _say(request: HttpRequest, done: SignedUp) -> None:
    row = done.aanmelding
    facts = {"name": row.name, "count": row.places}
    if not done.is_new:
        text = _("%(name)s stond al op de lijst. Er is niets veranderd.")
        messages.warning(request, text % facts)
    elif done.has_place:
        text = ngettext(
            "%(name)s staat op de lijst, met %(count)d plek.",
            "%(name)s staat op de lijst, met %(count)d plekken.",
            row.places,
        )
        messages.success(request, text % facts)
    else:
        text = _("Het is vol. %(name)s staat op de wachtlijst.")
        messages.warning(request, text % facts)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """One sign-up: what was filled in, and what can be done with it."""
    row = access.the_sign_up(request, pk, access.CHANGE)
    lijst = list_of(row)
    sent = request.POST if request.method == "POST" else None
    form = WijzigForm(sent, aanmelding=row)
    if form.is_valid():
        try:
            correct(row.pk, form.cleaned_data)
        except Refused as refused:
            form.add_error("adults", why_not(refused))
        else:
            messages.success(request, _("Bewaard."))
            return redirect(lijst.url())
    context = {"form": form, "row": row, **_possible(row), **frame(row.name, lijst, row.name)}
    return render(request, "activiteiten/deelnemers/wijzigen.html", context)


def _possible(row: Aanmelding) -> dict[str, Any]:
    return {
        "can_cancel": row.status in services.ACTIVE,
        "can_confirm": row.status in {Status.ONBEVESTIGD, Status.AANGEBODEN},
        "can_get_place": row.status == Status.WACHTLIJST,
    }


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody phones that they do not come."""
    row = access.the_sign_up(request, pk, access.CHANGE)
    services.cancel(row.pk, by_team=True)
    messages.success(request, _("%(name)s is afgemeld.") % {"name": row.name})
    return redirect(list_of(row).url())


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody says on the phone that they come, instead of by the link in the mail."""
    row = access.the_sign_up(request, pk, access.CHANGE)
    done = services.confirm(row.pk)
    if done.status == Status.BEVESTIGD:
        messages.success(request, _("%(name)s komt.") % {"name": row.name})
    else:
        messages.error(request, _("De plek van %(name)s was al verlopen.") % {"name": row.name})
    return redirect(list_of(row).url())


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """From the waiting list, out of turn or into a place that was kept free."""
    row = access.the_sign_up(request, pk, access.CHANGE)
    try:
        give_place(row.pk)
    except Refused as refused:
        messages.error(request, why_not(refused))
    else:
        messages.success(request, _("%(name)s heeft nu een plek.") % {"name": row.name})
    return redirect(list_of(row).url())
