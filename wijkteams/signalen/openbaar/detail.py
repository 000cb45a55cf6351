"""The page of one public signal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core import page_cache
from core.absolute import absolute
from core.models import BasePage
from wijkteams.ground import ground_of
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.openbaar.choosing import key_of_signal
from wijkteams.signalen.openbaar.links import also_url, signal_url, tell_url
from wijkteams.signalen.openbaar.photos import photos_of
from wijkteams.signalen.openbaar.shown import FIELDS, Publiek, photo_url, shown
from wijkteams.signalen.openbaar.steps import public_steps

if TYPE_CHECKING:
    from wijkteams.signalen.models import SignalenIndexPage

TEMPLATE = "signalen/signaal.html"


def one_signal(page: SignalenIndexPage, request: HttpRequest, code: str) -> HttpResponseBase:
    """Its page; the way to what it was merged into; else 404, the same for all that is hidden."""
    if page.wijk_id is None:
        raise Http404
    page_cache.shows(key_of_signal(code))
    rows = Signaal.objects.openbaar().filter(wijk=page.wijk, code=code)
    signaal = rows.select_related("wijk", "buurt", "categorie").only(*FIELDS).first()
    if signaal is None:
        return _merged(page, code)
    return TemplateResponse(request, TEMPLATE, context_of(page, request, signaal))


def _merged(page: SignalenIndexPage, code: str) -> HttpResponseBase:
    """Lead on from a double one that was public itself; follows a chain of them, not a circle."""
    row = Signaal.objects.filter(wijk=page.wijk, code=code).first()
    seen: set[int] = set()
    while row is not None and row.samengevoegd_in_id and row.pk not in seen:
        if not _was_public(row):
            break
        seen.add(row.pk)
        row = Signaal.objects.select_related("samengevoegd_in").get(pk=row.samengevoegd_in_id)
    url = signal_url(row) if row is not None and seen and row.is_openbaar else ""
    if row is None or not url:
        raise Http404
    page_cache.shows(key_of_signal(row.code))
    return HttpResponseRedirect(url)


def _was_public(row: Signaal) -> bool:
    """Whether its address was known: who guesses one of a hidden signal learns nothing."""
    return row.openbaarheid == "openbaar" and not row.is_vertrouwelijk


def context_of(page: SignalenIndexPage, request: HttpRequest, signaal: Signaal) -> dict[str, Any]:
    """What stands on it. The row itself is there for parts of other apps, by its key."""
    url = f"{page.get_url(request)}{signaal.code}/"
    one, has_ended = shown(signaal, url=url), bool(page.wijk and page.wijk.has_ended)
    context = BasePage.get_context(page, request)
    crumbs = [*context["breadcrumbs"], {"title": page.title, "url": page.get_url(request)}]
    return {
        **context,
        "breadcrumbs": crumbs,
        "languages": [],
        "alternates": [],
        "canonical_url": absolute(url),
        "og": {**context["og"], **_told(one, url)},
        "structured_data": "",
        "signaal": signaal,
        "one": one,
        "steps": public_steps(signaal),
        "photos": _photos(signaal),
        "dot": _dot(page, one),
        "also_url": "" if one.is_closed or has_ended else also_url(one.code),
        "again_url": tell_url(page.wijk) if one.is_closed and not has_ended else "",
    }


def _told(one: Publiek, url: str) -> dict[str, str]:
    """What a shared link says."""
    words = {"categorie": one.categorie, "plaats": one.place, "staat": one.label.words}
    summary = _("%(categorie)s, %(plaats)s. %(staat)s.") % words
    return {"title": one.title, "description": summary, "url": absolute(url)}


def _photos(signaal: Signaal) -> list[dict[str, Any]]:
    if not signaal.toont_tekst:
        return []
    return [
        {"url": photo_url(row.code), "width": row.width, "height": row.height}
        for row in photos_of(signaal.pk)
    ]


def _dot(page: SignalenIndexPage, one: Publiek) -> dict[str, Any] | None:
    """Its public place on the outline of the ward."""
    ground = ground_of(page.wijk) if page.wijk is not None and one.latitude is not None else None
    if ground is None or one.latitude is None or one.longitude is None:
        return None
    spot = ground.dot(one.latitude, one.longitude)
    return {"ground": ground, "x": spot[0], "y": spot[1]} if spot else None
