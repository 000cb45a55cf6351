"""What an initiator can do, each on a small page: tell, change, say how it stands, invite."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren import changing, people, saying
from wijkteams.initiatieven.beheren.doors import initiator_of, of, own
from wijkteams.initiatieven.beheren.forms import (
    BerichtForm,
    NaamForm,
    PaginaForm,
    StandForm,
    UitnodigForm,
)
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Controle, Initiatiefnemer, Wijziging

HOUR = 3600
WRITTEN = Throttle("initiatiefnemer", limit=60, seconds=HOUR)
View = Callable[..., HttpResponse]


def for_initiators(view: View) -> View:
    """The view of an initiator: (request, nemer, token). What was merged goes on elsewhere."""

    @wraps(view)
    def asked(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        nemer = initiator_of(request, tokens.BEHEREN, token)
        if isinstance(nemer, HttpResponse):
            return nemer
        if of(nemer).samengevoegd_in_id is not None:
            return redirect(own("beheren", token))
        if request.method == "POST" and not WRITTEN.allows_one_more(request, nemer.code):
            return too_many_requests(request, seconds=HOUR)
        return view(request, nemer, token, **kwargs)

    guarded = require_http_methods(["GET", "HEAD", "POST"])(asked)
    return never_cache(sensitive_post_parameters("name", "email", "phone")(guarded))


def show(
    request: HttpRequest, template: str, title: str, nemer: Initiatiefnemer, token: str, **more: Any
) -> HttpResponse:
    """A small page under that of the initiator."""
    initiatief = of(nemer)
    context = {"initiatief": initiatief, "nemer": nemer, "home_url": own("beheren", token), **more}
    return in_ward(request, f"beheren/{template}", title, wijk=initiatief.wijk, **context)


def told(request: HttpRequest, waits: bool, token: str) -> HttpResponse:
    """Back to their page, with what happens now."""
    if waits:
        messages.info(
            request, _("Bewaard. Het wijkteam kijkt ernaar; daarna staat het op de site.")
        )
    else:
        messages.success(request, _("Gelukt. Het staat op de site."))
    return redirect(own("beheren", token))


@for_initiators
def bericht(request: HttpRequest, nemer: Initiatiefnemer, token: str) -> HttpResponse:
    """An update with a photo."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BerichtForm(*sent, back_url=own("beheren", token))
    if not form.is_valid():
        return show(request, "formulier", _("Schrijf een bericht"), nemer, token, form=form)
    words = form.cleaned_data
    update = saying.tell(nemer, words["tekst"], photo=form.photo, alt=words["foto_alt"])
    return told(request, update.controle == Controle.WACHT, token)


@for_initiators
def wijzigen(request: HttpRequest, nemer: Initiatiefnemer, token: str) -> HttpResponse:
    """What the page says; with what they proposed before already in it."""
    initiatief = of(nemer)
    page = changing.page_for(initiatief, nemer.language)
    if page is None:
        messages.error(request, _("Er is nog geen bladzijde om te veranderen."))
        return redirect(own("beheren", token))
    was, waiting = changing.values_of(page), changing.waiting_of(initiatief, nemer)
    form = PaginaForm(
        request.POST if request.method == "POST" else None,
        was=was,
        initial={**was, **(waiting.inhoud if waiting else {})},
        back_url=own("beheren", token),
    )
    if not form.is_valid():
        return show(request, "wijzigen", _("Verander de tekst"), nemer, token, form=form)
    row = saying.change_page(nemer, page, form.wanted, form.cleaned_data["was"])
    if row is None:
        messages.info(request, _("Er is niets veranderd."))
        return redirect(own("beheren", token))
    both = changing.conflicts(row) if row.controle == Controle.WACHT else []
    if both:
        title = _("Het wijkteam veranderde dit ook")
        return show(request, "allebei", title, nemer, token, conflicts=both)
    return told(request, row.controle == Controle.WACHT, token)


@for_initiators
def stand(request: HttpRequest, nemer: Initiatiefnemer, token: str) -> HttpResponse:
    """Another state, with a sentence."""
    form = StandForm(request.POST or None, initiatief=of(nemer), back_url=own("beheren", token))
    if form.is_valid():
        try:
            waits: Wijziging | None = saying.step(nemer, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("naar", error)
        else:
            return told(request, waits is not None, token)
    return show(request, "formulier", _("Hoe staat het ervoor?"), nemer, token, form=form)


@for_initiators
def wie(request: HttpRequest, nemer: Initiatiefnemer, token: str) -> HttpResponse:
    """Who are initiators; a POST invites, shows one's own name, or leaves."""
    action = request.POST.get("actie", "") if request.method == "POST" else ""
    form = UitnodigForm(request.POST if request.method == "POST" and not action else None)
    if action == "stop":
        people.leave(nemer)
        wijk = of(nemer).wijk
        return in_ward(request, "beheren/gestopt", _("U bent gestopt"), wijk=wijk)
    if action == "naam":
        people.show_name(nemer, shown="naam_openbaar" in request.POST)
        messages.success(request, _("Bewaard."))
        return redirect(request.path)
    if form.is_valid():
        try:
            people.invite(nemer, **form.cleaned_data)
        except people.TooManyError:
            form.add_error(None, _("Er zijn al genoeg initiatiefnemers."))
        else:
            messages.success(request, _("Wij stuurden een uitnodiging."))
            return redirect(request.path)
    rows = Initiatiefnemer.objects.filter(initiatief=of(nemer), gestopt_op=None)
    name_form = NaamForm(initial={"naam_openbaar": nemer.naam_openbaar})
    title = _("Wie zijn de initiatiefnemers?")
    context = {"form": form, "name_form": name_form, "people": rows}
    return show(request, "wie", title, nemer, token, **context)
