"""'Sluit nu': a team closes its survey before the moment that was written at it, or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from enquetes.beheer import access
from enquetes.beheer.frame import frame_of
from enquetes.bus.services import GRACE
from enquetes.models import Enquete, Stand
from enquetes.moments import tell_open_editors, write_on_pages
from enquetes.overzicht.services import refresh
from wijkteams.row_access import the_row

if TYPE_CHECKING:
    from accounts.models import User

LOG_CLOSED = "enquetes.closed"


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask first; then close it."""
    enquete = the_row(request, Enquete.objects.select_related("wijk"), pk, access.CHANGE)
    page = access.face_of(enquete)
    if page is None:
        raise Http404
    back = redirect("enquetes:een", page.pk)
    user: Any = request.user
    if request.method == "POST" and close_now(enquete.pk, by=user):
        messages.success(request, _closed())
        return back
    if enquete.stand() != Stand.OPEN:
        messages.info(request, _("Deze enquête is niet open. Er valt niets te sluiten."))
        return back
    context = {"enquete": enquete, "survey": page, **frame_of(page, _("Sluit nu"))}
    return render(request, "enquetes/beheer/sluiten.html", context)


@transaction.atomic
def close_now(pk: int, *, by: User) -> bool:
    """Nobody can begin any more; False when it was not open. Of a draft nothing is published.

    Who had begun may still send for an hour (`bus.services.GRACE`): what counts is the moment of
    `Enquete`, which who sends reads again.
    """
    enquete = Enquete.objects.locked(pk)
    if enquete.stand() != Stand.OPEN:
        return False
    enquete.closes_at = timezone.now().replace(microsecond=0)
    enquete.save(update_fields=["closes_at"])
    write_on_pages(enquete)
    tell_open_editors(enquete)
    if page := access.face_of(enquete):
        log(page, LOG_CLOSED, user=by)
    refresh(enquete)
    return True


def _closed() -> str:
    last = date_format(timezone.localtime(timezone.now() + GRACE), "H:i")
    text = _("De enquête is gesloten. Wie al bezig was, kan nog versturen tot %(time)s uur.")
    return text % {"time": last}
