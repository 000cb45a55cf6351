"""The page of one time of a series: its own address, state, note and title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.absolute import absolute
from core.structured import graph
from wijkteams.activiteiten.agenda.detail import title_of
from wijkteams.activiteiten.agenda.occasion import Occasion

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage


def time_frame(
    page: ActiviteitPage, occasion: Occasion, context: dict[str, Any], request: HttpRequest
) -> dict[str, Any]:
    """What the frame says of this time instead of the whole activity.

    Of what takes place once, the page itself is the address that counts.
    """
    keer = occasion.keer
    if keer is None or not occasion.is_one_time or not occasion.is_series:
        return {}
    behind = f"{keer.slug}/"
    address = f"{context['canonical_url']}{behind}"
    title = title_of(page, keer)
    crumb = {"title": page.title, "url": page.get_url(request)}
    return {
        "time_title": title,
        "canonical_url": address,
        "breadcrumbs": [*context["breadcrumbs"], crumb],
        "languages": _behind(context["languages"], behind),
        "alternates": _behind(context["alternates"], behind),
        "og": {**context["og"], "title": title, "url": address},
        "structured_data": graph(
            page.structured_data(request), _crumbs(context, crumb, title, address)
        ),
    }


def _behind(links: list[dict[str, Any]], behind: str) -> list[dict[str, Any]]:
    return [{**link, "url": f"{link['url']}{behind}"} for link in links]


def _crumbs(
    context: dict[str, Any], own: dict[str, Any], title: str, address: str
) -> dict[str, Any]:
    steps = [*context["breadcrumbs"], own]
    named = [(step["title"], absolute(step["url"] or "/")) for step in steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": url}
            for place, (name, url) in enumerate([*named, (title, address)], 1)
        ],
    }
