"""Where the page chooser opens: in the ward of who asks, not above all wards."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin.views.chooser import BrowseView
from wagtail.models import Locale, Site

from wijkteams.membership import membership_of
from wijkteams.models import WijkPage

if TYPE_CHECKING:
    from accounts.models import User


def start_of(user: User) -> int | None:
    """The page under which somebody most likely looks: the own ward, else the city's hub."""
    membership = membership_of(user)
    if not membership.is_city and len(membership.wijk_ids) == 1:
        pages = WijkPage.objects.filter(wijk_id__in=membership.wijk_ids)
        own = pages.filter(locale=Locale.get_active()).first() or pages.order_by("path").first()
        if own is not None:
            return own.pk
    site = Site.objects.filter(is_default_site=True).first()
    return site.root_page_id if site else None


def narrow() -> None:
    """Let Wagtail's chooser begin there when nothing says where; called once."""
    browse = BrowseView.get

    @wraps(browse)
    def get(view: Any, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        if parent_page_id is None and "locale" not in request.GET:
            parent_page_id = start_of(request.user)  # type: ignore[arg-type]
        response: HttpResponse = browse(view, request, parent_page_id)
        return response

    BrowseView.get = get
