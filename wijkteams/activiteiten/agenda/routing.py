"""From an address behind that of a page to one time of an activity."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from wagtail.url_routing import RouteResult

from wijkteams.activiteiten.agenda.occasion import occasion_of

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage

LIKE_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}[a-z0-9-]{0,10}", re.ASCII)


def route_time(page: ActiviteitPage, parts: list[str]) -> RouteResult | None:
    """Let the page answer for `/<page>/<date>/`; None for anything else behind it.

    Also for a day on which nothing is: `serve_time` then leads on.
    """
    if not page.live or len(parts) != 1 or LIKE_A_DAY.fullmatch(parts[0]) is None:
        return None
    return RouteResult(page, kwargs={"dag": parts[0]})


def serve_time(page: ActiviteitPage, request: HttpRequest, dag: str) -> HttpResponseBase:
    """One time, or the way to where it went, or to the page when there is none on that day."""
    if not occasion_of(page, dag).is_one_time:
        return HttpResponseRedirect(_elsewhere(page, request, dag))
    request.is_preview = False  # type: ignore[attr-defined]
    return TemplateResponse(request, page.get_template(request), page.get_context(request))


def _elsewhere(page: ActiviteitPage, request: HttpRequest, dag: str) -> str:
    """A series that was split ('deze en volgende') goes on under another page."""
    from wijkteams.activiteiten.keren.parting import where_went
    from wijkteams.activiteiten.models import Activiteit

    activiteit = Activiteit.objects.of_page(page).first()
    keer = where_went(activiteit, dag) if activiteit else None
    if keer is not None:
        faces = type(page).objects.live().filter(translation_key=keer.activiteit.translation_key)
        face = faces.filter(locale=page.locale_id).first() or faces.first()
        if face is not None:
            return f"{face.get_url(request) or '/'}{keer.slug}/"
    return page.get_url(request) or "/"
