"""Reading over, and sending: one idea, whatever is clicked twice."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.turns import own_turn
from wijkteams.initiatieven.aanvragen import brakes, concept
from wijkteams.initiatieven.aanvragen.asking import Asking, asking_of
from wijkteams.initiatieven.aanvragen.doors import leads_nowhere, open_draft
from wijkteams.initiatieven.aanvragen.sent import sent_from, status_url
from wijkteams.initiatieven.aanvragen.services import submit
from wijkteams.initiatieven.aanvragen.steps import there
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Initiatief, InitiatiefAanvraag, Initiatiefnemer, Nodig
from wijkteams.models import Thema


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def nakijken(request: HttpRequest, token: str) -> HttpResponse:
    """All that was written; a POST sends it."""
    asking = open_draft(request, token)
    if isinstance(asking, HttpResponse):
        return asking
    missing = asking.first_missing()
    if missing is not None:
        return redirect(asking.url_of(missing))
    if request.method == "POST":
        return _send(request, asking)
    return _show(request, asking)


def _show(request: HttpRequest, asking: Asking, status: int = 200) -> HttpResponse:
    draft = asking.draft
    labels = {one.value: str(one.label) for one in Nodig}
    return in_ward(
        request,
        "aanvragen/nakijken",
        _("Klopt het zo?"),
        wijk=asking.wijk,
        status=status,
        draft=draft,
        urls={name: f"{asking.url_of(name)}?nakijken" for name in _SHOWN},
        nodig=[(labels[kind], words) for kind, words in draft.nodig.items() if kind in labels],
        themas=_themes(asking),
        fotos=there(asking),
        same=asking.same,
        back_url=asking.url_of("regels"),
        later_url=reverse("idee:later", args=[asking.half.token]),
    )


_SHOWN = ("idee", "waarom", "waar", "wie", "nodig", "foto", "themas", "uzelf", "samen")


def _send(request: HttpRequest, asking: Asking) -> HttpResponse:
    if asking.wijk.has_ended:  # its team stopped while this was being written
        title = _("Vertel uw idee")
        opvolger = asking.wijk.opvolger
        return in_ward(request, "aanvragen/gestopt", title, wijk=asking.wijk, opvolger=opvolger)
    if timezone.now().timestamp() - asking.draft.begonnen < brakes.FASTEST:
        text = _("Dat ging wel heel snel. Kijk het na en verstuur nog een keer.")
        messages.warning(request, text)
        return _show(request, asking, status=429)
    if not brakes.SENT.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    token = asking.half.token
    with own_turn(), transaction.atomic():
        held = asking_of(token, held=True)
        sent_before = sent_from(token)
        if held is not None and held.first_missing() is None and sent_before is None:
            sent_before = _store(held)
            if sent_before is None:
                title = _("Dit idee hebben wij al")
                return in_ward(request, "aanvragen/al_verteld", title, wijk=asking.wijk)
    if sent_before is None:
        return leads_nowhere(request)
    return redirect(f"{status_url(sent_before)}?bedankt")


def _store(asking: Asking) -> InitiatiefAanvraag | None:
    """In one transaction: the idea is there with its people and mail, the concept is gone.

    None for the same words too often.
    """
    aanvraag = make(asking)
    if not brakes.EQUAL.allows_one_more(HttpRequest(), brakes.sameness(aanvraag)):
        return None
    photo = concept.photo_of(asking.half)
    submit(aanvraag, people(asking), [photo] if photo else [], themas=_themes(asking))
    asking.half.row.delete()
    return aanvraag


def make(asking: Asking) -> InitiatiefAanvraag:
    """The idea of a concept that misses nothing; not yet stored."""
    draft = asking.draft
    longitude, latitude = draft.plek or (None, None)
    return InitiatiefAanvraag(
        code=concept.code_of_idea(asking.half.token),
        wijk=asking.wijk,
        titel=draft.titel,
        idee=draft.idee,
        waarom=draft.waarom,
        wie=draft.wie,
        nodig=draft.nodig,
        hele_wijk=draft.hele_wijk,
        latitude=latitude,
        longitude=longitude,
        plaats_tekst=draft.waar,
        recept_van=Initiatief.objects.filter(pk=draft.recept).first() if draft.recept else None,
        language=get_language() or "nl",
    )


def people(asking: Asking) -> list[Initiatiefnemer]:
    """Who asks, and whom they named; not yet stored."""
    draft = asking.draft
    first = Initiatiefnemer(
        name=draft.name, email=draft.email, phone=draft.phone, naam_openbaar=draft.naam_openbaar
    )
    others = [Initiatiefnemer(name=one["name"], email=one["email"]) for one in draft.samen]
    return [first, *others]


def _themes(asking: Asking) -> list[Thema]:
    """Those that are still there."""
    return list(Thema.objects.filter(pk__in=asking.draft.themas))
