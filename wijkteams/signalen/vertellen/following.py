"""The page behind the link of a follower: say yes, see what became of it, or leave."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.signalen import changed, merging
from wijkteams.signalen.models import Medemelder, Signaal
from wijkteams.signalen.vertellen.doors import follower_of
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.mine import leading, steps_of
from wijkteams.signalen.vertellen.shown import title_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def volgen(request: HttpRequest, token: str) -> HttpResponse:
    """What they follow; a POST says yes, or leaves. Looking changes nothing (rule R-09)."""
    volger = follower_of(request, token)
    if isinstance(volger, HttpResponse):
        return volger
    if request.method == "POST":
        messages.info(request, _change(request, volger))
        return redirect(request.path)
    lead = leading(volger.signaal)
    # It may have gone off the site since: then who follows it sees no more of it than all others.
    is_public = lead.is_openbaar
    return show(
        request,
        "volgen",
        _("Een signaal volgen"),
        wijk=volger.signaal.wijk,
        volger=volger,
        signaal=lead if is_public else None,
        lead_title=title_of(lead) if is_public else "",
        steps=steps_of(lead, for_all=True) if is_public else [],
    )


@transaction.atomic
def _change(request: HttpRequest, volger: Medemelder) -> str:
    """The address goes as soon as they leave; that they have it too still counts."""
    rows = Medemelder.objects.filter(pk=volger.pk)
    if request.POST.get("actie") == "stop":
        rows.update(email="", bevestigd_op=None)
        return _("U krijgt hier geen mail meer over. Wij gooiden uw e-mailadres weg.")
    if rows.exclude(email="").filter(bevestigd_op=None).update(bevestigd_op=timezone.now()):
        _count_once(volger)
    return _("Gelukt. U krijgt een mail zodra er iets gebeurt.")


def _count_once(volger: Medemelder) -> None:
    """They told it from another browser too, and are one person: only this row counts (G6)."""
    same = Medemelder.objects.filter(signaal=volger.signaal_id, email__iexact=volger.email)
    earlier = same.exclude(pk=volger.pk).exclude(bevestigd_op=None)
    if earlier.update(is_mee=False, email="", bevestigd_op=None):
        merging.recount(volger.signaal_id)
        changed.visibility_changed.send(Signaal, signaal=volger.signaal)
