"""The page of an initiator: how it stands, and all that they can do."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren import photos
from wijkteams.initiatieven.beheren.doors import initiator_of, of, own
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.hulp.part import help_part
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Controle, Initiatief, Initiatiefnemer, Update, Wijziging

SHOWN = 10


@never_cache
@require_safe
def beheren(request: HttpRequest, token: str) -> HttpResponse:
    """Looking changes nothing (rule R-09); each thing to do is a small page of its own."""
    nemer = initiator_of(request, tokens.BEHEREN, token)
    if isinstance(nemer, HttpResponse):
        return nemer
    initiatief = of(nemer)
    page = page_of(initiatief)
    into = initiatief.samengevoegd_in
    return in_ward(
        request,
        "beheren/mijn",
        initiatief.title,
        wijk=initiatief.wijk,
        initiatief=initiatief,
        nemer=nemer,
        token=token,
        page=page,
        page_url=page.get_url(request) if page else "",
        into_page=page_of(into) if into is not None else None,
        steps=initiatief.stappen.order_by("-pk")[:SHOWN],
        support=initiatief.aantal_steun + initiatief.aantal_papier,
        following=initiatief.volgers.exclude(bevestigd_op=None).count(),
        **_told(initiatief),
        **_needs(initiatief, token),
    )


def _told(initiatief: Initiatief) -> dict[str, Any]:
    """What they wrote, and what became of it; that of the others too."""
    changes = Wijziging.objects.filter(initiatief=initiatief).exclude(controle=Controle.AKKOORD)
    return {
        "updates": Update.objects.filter(initiatief=initiatief)[:SHOWN],
        "changes": changes.order_by("-pk")[:SHOWN],
        "people": Initiatiefnemer.objects.filter(initiatief=initiatief, gestopt_op=None),
    }


def _needs(initiatief: Initiatief, token: str) -> dict[str, Any]:
    asked = help_part(initiatief)["gevraagd"]
    return {"needs": [(one, own("hulpvraag", token, one.vraag.code)) for one in asked]}


@never_cache
@require_safe
def foto(request: HttpRequest, token: str, code: str) -> HttpResponseBase:
    """A picture that the team did not look at yet, for the initiators of it."""
    nemer = initiator_of(request, tokens.BEHEREN, token)
    if isinstance(nemer, HttpResponse):
        return nemer
    rows = Update.objects.filter(initiatief=of(nemer), code=code[:32])
    update = rows.exclude(foto="").first()
    if update is None:
        raise Http404
    return photos.file_of(update)
