"""The small page on which a resident signs up. Not kept, for it holds a form."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.navigation import page_frame
from core.places import url_of
from core.security.throttle import Throttle
from core.turns import own_turn
from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import Refused, SignedUp
from wijkteams.activiteiten.aanmelden.face import face_of
from wijkteams.activiteiten.aanmelden.finding import Wanted, public_page, wanted
from wijkteams.activiteiten.aanmelden.forms import AanmeldForm
from wijkteams.activiteiten.aanmelden.room import Room, in_words

QUARTER, HOUR = 15 * 60, 3600
# Many people of one neighbourhood can share one address of a telephone company.
SENT_FROM = Throttle("aanmelden", limit=100, seconds=QUARTER)
SENT_TO = Throttle("aanmelden-adres", limit=10, seconds=HOUR, by_network=False)
DONE = {"plek", "wacht"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest, slug: str, wijk: str = "", dag: str = "") -> HttpResponse:
    """The form; a POST signs up, and leads to what to do next."""
    page = public_page(request, slug, wijk)
    what = wanted(page, dag) if page is not None else None
    if page is None or what is None:
        raise Http404
    if request.GET.get("klaar") in DONE:
        return _show(request, what, template="klaar", klaar=request.GET["klaar"])
    room = what.room()
    waits = room.state == "wachtlijst"
    form = AanmeldForm(
        request.POST or None,
        page=page,
        most=what.activiteit.max_group,
        waits=waits,
        back_url=url_of(page, request),
    )
    if request.method == "POST" and form.is_valid():
        return _take(request, what, form, room)
    return _show(request, what, form=form, room=room)


def _take(request: HttpRequest, what: Wanted, form: AanmeldForm, room: Room) -> HttpResponse:
    who = form.applicant()
    # One transaction for all: on SQLite each of its own costs a write.
    with own_turn(), transaction.atomic():
        if not _may_send(request, who.email):
            return too_many_requests(request, seconds=QUARTER)
        try:
            done: SignedUp = services.sign_up(
                activiteit=what.activiteit,
                keer=what.keer,
                who=who,
                request_key=form.key,
                language=get_language() or "nl",
                page=what.page,
            )
        except Refused as refusal:
            return _refuse(request, what, form, refusal)
    messages.info(request, _("Wij stuurden een mail naar %(email)s.") % {"email": who.email})
    query = urlencode({"klaar": "plek" if done.has_place else "wacht"})
    return redirect(f"{request.path}?{query}")


def _may_send(request: HttpRequest, email: str) -> bool:
    return SENT_FROM.allows_one_more(request) and SENT_TO.allows_one_more(request, email)


def _refuse(
    request: HttpRequest, what: Wanted, form: AanmeldForm, refusal: Refused
) -> HttpResponse:
    """It became full or closed while they were typing: say so, and keep what was typed."""
    room = what.room()
    if refusal.reason == "vol":
        text = _("Er is niet genoeg plek meer voor zo veel mensen.")
        form.add_error(None, text)
    return _show(request, what, form=form, room=room)


def _show(
    request: HttpRequest, what: Wanted, *, template: str = "aanmelden", **context: Any
) -> HttpResponse:
    room: Room | None = context.get("room")
    shown = {
        "page": what.page,
        "about": face_of(what.activiteit, what.keer, what.page),
        "room_words": in_words(room) if room else "",
        "activiteit": what.activiteit,
        "url": _url(request, what),
        **page_frame(what.page, request),
        **context,
        "languages": [],
    }
    response = render(request, f"activiteiten/aanmelden/{template}.html", shown)
    response["X-Robots-Tag"] = "noindex"
    return response


def _url(request: HttpRequest, what: Wanted) -> str:
    url = url_of(what.page, request)
    return f"{url}{what.keer.slug}/" if what.keer is not None else url
