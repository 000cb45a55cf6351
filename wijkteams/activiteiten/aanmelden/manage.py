"""The page behind the link in a mail. Looking changes nothing: mail scanners look too (R-09)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.security.throttle import Throttle
from core.structured import describe_screen
from core.turns import own_turn
from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import Refused
from wijkteams.activiteiten.aanmelden.face import face_of, moment_in_words, page_of
from wijkteams.activiteiten.aanmelden.finding import Wanted
from wijkteams.activiteiten.aanmelden.forms import AantalForm
from wijkteams.activiteiten.aanmelden.letters import people
from wijkteams.activiteiten.aanmelden.links import sign_up_url
from wijkteams.activiteiten.aanmelden.tokens import aanmelding_of
from wijkteams.activiteiten.ical.addresses import feed_addresses
from wijkteams.activiteiten.ical.personal import personal_webcal
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage

WRONG_TRIES = Throttle("aanmelding", limit=10, seconds=60)
Status = Aanmelding.Status


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelding(request: HttpRequest, token: str) -> HttpResponse:
    """How it stands, with a button for what can be done; a POST does it."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    found = aanmelding_of(token)
    if found is None:
        WRONG_TRIES.count_wrong_try(request)
        return _answer(request, "onbekend", status=404)
    form = _size_form(request, found)
    if request.method == "POST":
        try:
            with own_turn():
                done = _do(request, found, form)
            if done:
                return redirect(request.path)
        except Aanmelding.DoesNotExist:  # removed in the meantime
            return _answer(request, "onbekend", status=404)
    return _show(request, found, form)


def _do(request: HttpRequest, found: Aanmelding, form: AantalForm | None) -> bool:
    """Do what the button says; False: show the page again, with what was wrong."""
    action = request.POST.get("actie")
    if is_past(found):
        return True
    if action == "bevestig":
        services.confirm(found.pk)
    elif action == "afmelden":
        services.cancel(found.pk)
    elif action == "aantal" and form is not None:
        return form.is_valid() and _change_size(request, found, form)
    return True


def _change_size(request: HttpRequest, found: Aanmelding, form: AantalForm) -> bool:
    data = form.cleaned_data
    try:
        services.change_size(found.pk, adults=data["volwassenen"], children=data["kinderen"])
    except Refused as refusal:
        if refusal.reason == "weg":
            return True
        form.add_error(None, _("Er is niet genoeg plek voor zo veel mensen."))
        return False
    messages.success(request, _("Het aantal is veranderd."))
    return True


def is_past(found: Aanmelding) -> bool:
    """Whether nothing can be changed any more."""
    if found.keer is not None:
        return found.keer.is_over
    return not found.activiteit.keren.upcoming().exists()


def _size_form(request: HttpRequest, found: Aanmelding) -> AantalForm | None:
    page = page_of(found.activiteit, translation.get_language() or found.language)
    most = max(found.activiteit.max_group, found.places)
    if page is None or most == 1:
        return None
    data = request.POST if request.POST.get("actie") == "aantal" else None
    now = {"volwassenen": found.adults, "kinderen": found.children, "actie": "aantal"}
    return AantalForm(data, page=page, most=most, initial=now)


def _show(request: HttpRequest, found: Aanmelding, form: AantalForm | None) -> HttpResponse:
    page = page_of(found.activiteit, translation.get_language() or found.language)
    keer, activiteit = found.keer, found.activiteit
    cancelled = keer.is_cancelled if keer else activiteit.cancelled_at is not None
    active = found.status in services.ACTIVE and not is_past(found)
    context: dict[str, Any] = {
        "found": found,
        "about": face_of(activiteit, keer, page),
        "people": people(found),
        "until": moment_in_words(found.hold_until) if found.hold_until else "",
        "cancelled": cancelled,
        "reason": (keer.cancel_reason if keer else "") or activiteit.cancel_reason,
        "past": is_past(found),
        "active": active,
        "form": form if active and not cancelled else None,
        "before": _before(found),
        "again_url": _again_url(found, page),
        **_calendars(request, found, page),
        **({"palet": activiteit.wijk.palette} if activiteit.wijk else {}),
    }
    return _answer(request, "aanmelding", **context)


def _calendars(
    request: HttpRequest, found: Aanmelding, page: ActiviteitPage | None
) -> dict[str, str]:
    """For a calendar: this appointment; and all that they signed up for, once it is theirs."""
    if page is None or not page.live:
        return {}
    these = feed_addresses(page, request, found.keer)
    mine = "" if found.status == Status.ONBEVESTIGD else personal_webcal(found)
    return {"calendar_url": these.one or these.ics, "personal_url": mine}


def _before(found: Aanmelding) -> int:
    """How many stand before them on the waiting list."""
    if found.status != Status.WACHTLIJST or found.queued_at is None:
        return 0
    rows = Aanmelding.objects.filter(activiteit=found.activiteit, keer=found.keer).waiting()
    return list(rows.values_list("pk", flat=True)).index(found.pk)


def _again_url(found: Aanmelding, page: ActiviteitPage | None) -> str:
    if page is None or not page.live:
        return ""
    can = Wanted(page, found.activiteit, found.keer).room().can_sign_up
    return sign_up_url(page, found.keer.slug if found.keer else "") if can else ""


def _answer(
    request: HttpRequest, template: str, *, status: int = 200, **context: Any
) -> HttpResponse:
    title = _("Uw aanmelding")
    screen = describe_screen(request, title=title, description=title)
    # Its address is a secret: no meta tag repeats it.
    shown = {**screen, **context, "title": title, "canonical_url": "", "og": None}
    response = render(request, f"activiteiten/aanmelden/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
