"""The page behind a link in a mail. Looking uses nothing up: mail scanners look too (R-09)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.security.throttle import Throttle
from enquetes.invullen.services import begin
from enquetes.models import Deelname, Enquete, Stand, Toegang
from enquetes.toegang import tokens, words
from enquetes.toegang.faces import language, page_of, secret_screen
from enquetes.toegang.rights import right_of
from enquetes.vragen.duur import minutes

WRONG_TRIES = Throttle("enquete-token", limit=10, seconds=60)
PURPOSE = {Toegang.MAIL.value: tokens.MAIL, Toegang.PANEL.value: tokens.PANEL}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest, code: str, token: str) -> HttpResponse:
    """The button that begins, for who has a right; a POST begins."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    enquete = Enquete.objects.with_wijk().filter(code=code, is_live=True).first()
    purpose = PURPOSE.get(enquete.toegang, "") if enquete else ""
    digest = tokens.code_of(purpose, code, token) if purpose else None
    if enquete is None or digest is None:
        WRONG_TRIES.count_wrong_try(request)
        return leads_nowhere(request)
    return _let_in(request, enquete, digest)


def _let_in(request: HttpRequest, enquete: Enquete, digest: str) -> HttpResponse:
    rows = Deelname.objects.filter(enquete=enquete, soort=enquete.toegang, digest=digest)
    right = rows.first()
    if right is None and enquete.toegang == Toegang.PANEL:  # left the panel since
        return leads_nowhere(request)
    page = page_of(enquete)
    title = page.title if page else enquete.title
    if enquete.stand() != Stand.OPEN:
        return secret_screen(request, "dicht", title, enquete=enquete)
    if right is not None and right.used:
        return secret_screen(request, "al", title, enquete=enquete)
    if request.method == "POST":
        right = right or right_of(enquete, enquete.toegang, [digest])
        return begin(request, enquete, language=language(), deelname=right.pk)
    versie = enquete.asked
    return secret_screen(
        request,
        "link",
        title,
        enquete=enquete,
        toegang_text=words.toegang_text(enquete),
        anonimiteit_text=words.anonimiteit_text(enquete),
        leeftijd_text=words.leeftijd_text(),
        minuten=minutes(versie.vragenlijst) if versie else 0,
    )


def leads_nowhere(request: HttpRequest) -> HttpResponse:
    """Wrong, too old, of another survey, or of who left: nobody learns which."""
    return secret_screen(request, "onbekend", _("Deze link werkt niet"), status=404)
