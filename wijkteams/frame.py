"""What the frame of a ward's pages shows: its name, colours and menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page

from core.places import url_of
from core.surroundings import surroundings_of
from wijkteams.faces.face import face_of
from wijkteams.ground import ground_of
from wijkteams.models import InWijk, WijkPage
from wijkteams.switch import wards_to_switch_to
from wijkteams.wards import outline_url

if TYPE_CHECKING:
    from core.models import BasePage
    from wijkteams.models import Wijk


def ward_frame(page: BasePage, ancestors: list[Page], request: HttpRequest) -> dict[str, Any]:
    """The ward's menu and palette, on each page of a ward; nothing on the hub's own pages."""
    ward_page, wijk = _ward_of(page, ancestors)
    if ward_page is None or wijk is None:
        return {}
    menu = surroundings_of(page, request).branch_menu
    if isinstance(ward_page, WijkPage):
        ward_page.use_menu(menu)
    links = [
        {"title": link.title, "url": url, "current": request.path.startswith(url)}
        for link, url in ((p, url_of(p, request)) for p in menu)
    ]
    return {
        "wijk": wijk,
        "wijk_page": ward_page,
        "wijk_links": links,
        "other_wards": wards_to_switch_to(page.locale, request),
        "palet": wijk.palette,
        "outline_url": outline_url(wijk),
        "face": face_of(wijk),
        "is_branch_front": page is ward_page,
        "ground": partial(ground_of, wijk),
    }


def _ward_of(page: BasePage, ancestors: list[Page]) -> tuple[Page | None, Wijk | None]:
    """The ward's front page and the ward itself."""
    if isinstance(page, WijkPage):
        return page, page.wijk
    if len(ancestors) < 2:  # the hub's own pages have only the hub above them
        return None, None
    if isinstance(page, InWijk) and page.wijk is not None and not page.needs_ward_page:
        return ancestors[1], page.wijk
    drawn = ("wijk__omtrek", "wijk__gezicht")
    found = WijkPage.objects.filter(pk=ancestors[1].pk).select_related(*drawn).first()
    return (found, found.wijk) if found is not None else (None, None)
