"""The page of who sent an idea: when the team answers, what it said, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from core.absolute import absolute
from core.mail.addresses import masked
from wijkteams.initiatieven.aanvragen.doors import open_idea
from wijkteams.initiatieven.aanvragen.pictures import answer
from wijkteams.initiatieven.aanvragen.withdrawing import withdraw
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import InitiatiefAanvraag, InitiatiefPage, Nodig


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, token: str) -> HttpResponse:
    """What becomes of it; a POST takes it back."""
    aanvraag = open_idea(request, token)
    if isinstance(aanvraag, HttpResponse):
        return aanvraag
    if request.method == "POST":
        done = request.POST.get("actie") == "terug" and withdraw(aanvraag.pk)
        text = _("U trok dit idee in. Uw woorden, uw foto en uw gegevens zijn weg.")
        messages.info(request, text if done else _("Er is niets veranderd."))
        return redirect(request.path)
    return _show(request, aanvraag, token)


def _show(request: HttpRequest, aanvraag: InitiatiefAanvraag, token: str) -> HttpResponse:
    nemers = list(aanvraag.initiatiefnemers.all())
    first = next((one for one in nemers if one.uitgenodigd_door_id is None), None)
    waits = first is not None and bool(first.email) and first.bevestigd_op is None
    labels = {one.value: str(one.label) for one in Nodig}
    return in_ward(
        request,
        "aanvragen/status",
        _("Uw idee"),
        wijk=aanvraag.wijk,
        aanvraag=aanvraag,
        first=first,
        others=[one for one in nemers if one is not first],
        waits_for=masked(first.email) if first is not None and waits else "",
        nodig=[(labels[kind], words) for kind, words in aanvraag.nodig.items() if kind in labels],
        steps=list(aanvraag.stappen.all()),
        fotos=list(aanvraag.fotos.all()),
        page_url=_page_url(aanvraag),
        is_late=aanvraag.is_open and aanvraag.antwoord_voor < timezone.localdate(),
        token=token,
        link=absolute(request.path),
        just_sent="bedankt" in request.GET,
        just_confirmed="bevestigd" in request.GET,
    )


def _page_url(aanvraag: InitiatiefAanvraag) -> str:
    """What became of it, when all may see that."""
    if aanvraag.initiatief is None or not aanvraag.initiatief.is_live:
        return ""
    pages = InitiatiefPage.objects.live().public()
    page = pages.filter(translation_key=aanvraag.initiatief.translation_key).first()
    return page.localized.url or "" if page is not None else ""


@never_cache
@require_safe
def foto(request: HttpRequest, token: str, code: str) -> HttpResponse:
    """A picture with their own idea."""
    aanvraag = open_idea(request, token)
    if isinstance(aanvraag, HttpResponse):
        return aanvraag
    found = aanvraag.fotos.filter(code=code).first()
    if found is None or not found.file:
        raise Http404
    with found.file.open("rb") as file:
        return answer(file.read())
