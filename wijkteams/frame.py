"""What the frame of a ward's pages shows: its name, colours and menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from wagtail.models import Page

from core.surroundings import surroundings_of
from wijkteams.models import WijkPage
from wijkteams.wards import outline_url

if TYPE_CHECKING:
    from core.models import BasePage


def ward_frame(page: BasePage, ancestors: list[Page], request: HttpRequest) -> dict[str, Any]:
    """The ward's menu and palette, on each page of a ward; nothing on the hub's own pages."""
    ward_page = _ward_page(page, ancestors)
    if ward_page is None:
        return {}
    ward_page.use_menu(surroundings_of(page, request).branch_menu)
    links = [
        {"title": link.title, "url": url, "current": request.path.startswith(url)}
        for link, url in ((p, p.get_url(request) or "") for p in ward_page.menu_pages())
    ]
    return {
        "wijk": ward_page.wijk,
        "wijk_page": ward_page,
        "wijk_links": links,
        "palet": ward_page.wijk.palette,
        "outline_url": outline_url(ward_page.wijk),
    }


def _ward_page(page: BasePage, ancestors: list[Page]) -> WijkPage | None:
    if isinstance(page, WijkPage):
        return page
    if len(ancestors) < 2:  # the hub's own pages have only the hub above them
        return None
    found = WijkPage.objects.filter(pk=ancestors[1].pk).select_related("wijk__omtrek").first()
    if found is not None and getattr(page, "wijk_id", None) == found.wijk_id:
        page.wijk = found.wijk
    return found
