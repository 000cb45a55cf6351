"""'Ja, ik wil dit': who had the idea says that it is them, who was asked says yes or no (I1)."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.initiatieven.aanvragen.doors import open_nemer
from wijkteams.initiatieven.aanvragen.sent import status_url
from wijkteams.initiatieven.aanvragen.services import invite
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Initiatiefnemer


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mee(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether it is them; a POST says yes, or no. Looking changes nothing (rule R-09)."""
    nemer = open_nemer(request, token)
    if isinstance(nemer, HttpResponse):
        return nemer
    if request.method == "POST" and request.POST.get("actie") == "nee":
        return _leave(request, nemer)
    if request.method == "POST":
        confirm(nemer.pk, naam_openbaar="naam_openbaar" in request.POST)
        if nemer.aanvraag is not None and nemer.uitgenodigd_door is None:
            return redirect(f"{status_url(nemer.aanvraag)}?bevestigd")
        return redirect(request.path)
    is_own = nemer.uitgenodigd_door_id is None
    what = nemer.aanvraag or nemer.initiatief
    return in_ward(
        request,
        "aanvragen/mee",
        _("Is dit uw idee?") if is_own else _("Doet u mee?"),
        wijk=what.wijk if what is not None else None,
        nemer=nemer,
        aanvraag=nemer.aanvraag,
        initiatief=nemer.initiatief,
        is_own=is_own,
        status_url=status_url(nemer.aanvraag) if nemer.aanvraag is not None and is_own else "",
    )


@transaction.atomic
def confirm(pk: int, *, naam_openbaar: bool) -> bool:
    """Twice is the same as once; the others are asked now that the first one is known.

    Only who was invited chooses here whether their name is shown; who asked did so before.
    """
    rows = Initiatiefnemer.objects.filter(pk=pk, bevestigd_op=None)
    if not rows.update(bevestigd_op=timezone.now()):
        return False
    nemer = Initiatiefnemer.objects.select_related("aanvraag__wijk").get(pk=pk)
    if nemer.uitgenodigd_door_id is not None:
        Initiatiefnemer.objects.filter(pk=pk).update(naam_openbaar=naam_openbaar)
    elif nemer.aanvraag is not None and nemer.aanvraag.ingevoerd_door_id is None:
        invite(nemer.aanvraag)
    return True


def _leave(request: HttpRequest, nemer: Initiatiefnemer) -> HttpResponse:
    """What we knew of them goes. Who said yes before, leaves by their own page."""
    what = nemer.aanvraag or nemer.initiatief
    wijk = what.wijk if what is not None else None
    rows = Initiatiefnemer.objects.filter(pk=nemer.pk, bevestigd_op=None)
    if not rows.delete()[0]:
        return redirect(request.path)
    return in_ward(request, "aanvragen/niet_mee", _("Dat is goed"), wijk=wijk)
