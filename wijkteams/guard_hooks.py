"""Where Wagtail lets us narrow what it shows. Registration only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail import hooks

from wijkteams.membership import membership_of
from wijkteams.page_chooser import only_choosable_pages

# Reports about pages of all wards: the guard refuses them to who works for one.
CITY_REPORTS = (
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:aging_pages",
    "wagtail_localize:translations_report",
)
hooks.register("construct_page_chooser_queryset", only_choosable_pages)


@hooks.register("construct_reports_menu")
def reports_of_the_city(request: HttpRequest, menu_items: list[Any]) -> None:
    """A report that the guard refuses stands in nobody's menu."""
    if not membership_of(request.user).is_city:  # type: ignore[arg-type]
        addresses = [reverse(name) for name in CITY_REPORTS]
        menu_items[:] = [item for item in menu_items if item.url not in addresses]
