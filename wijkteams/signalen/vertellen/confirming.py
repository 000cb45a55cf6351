"""'Het klopt, dit is van mij': after that, all may read what may be read (requirement G2)."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.signalen import services, tokens
from wijkteams.signalen.models import Klasse, Melder, Openbaarheid, Signaal
from wijkteams.signalen.vertellen import guard, mails
from wijkteams.signalen.vertellen.doors import leads_nowhere, teller_of
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.sending import status_url


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bevestigen(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether it is them; a POST says yes. Looking changes nothing (rule R-09)."""
    melder = teller_of(request, tokens.BEVESTIGEN, token.partition(mails.SEPARATOR)[0])
    if isinstance(melder, HttpResponse):
        return melder
    if not melder.email or not mails.is_confirm_token(melder, token):
        return leads_nowhere(request)
    if request.method == "POST":
        confirm(melder)
        return redirect(f"{status_url(melder)}?bevestigd")
    wijk = melder.signaal.wijk
    return show(
        request,
        "bevestigen",
        _("Hebt u dit verteld?"),
        wijk=wijk,
        signaal=melder.signaal,
        is_done=melder.bevestigd_op is not None,
        status_url=status_url(melder),
    )


@transaction.atomic
def confirm(melder: Melder) -> None:
    """Twice is the same as once. Pictures wait for a look of the team all the same."""
    signaal = Signaal.objects.locked(melder.signaal_id)
    now = timezone.now()
    if not Melder.objects.filter(pk=melder.pk, bevestigd_op=None).update(bevestigd_op=now):
        return
    if may_be_shown(signaal):
        services.show(signaal.pk, Openbaarheid.OPENBAAR)


def may_be_shown(signaal: Signaal) -> bool:
    """Whether it may come on the site without a look of the team.

    Not what the team decided about already (or wrote down itself, and left off the site), nor what
    is limited, nor what holds a link, rude words, or what may be about a person.
    """
    return (
        signaal.openbaarheid == Openbaarheid.WACHT
        and signaal.ingevoerd_door_id is None
        and signaal.klasse == Klasse.OPENBAAR
        and not guard.must_wait(signaal.titel, signaal.tekst, signaal.openbaar_plaats)
    )
