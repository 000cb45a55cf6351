"""The region of the school holidays, next to the list of them in the menu."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from wijkteams.activiteiten.beheer.viewsets import may_keep_holidays


class RegionMenuItem(MenuItem):
    """Shown to who keeps the list of holidays."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_keep_holidays(request.user)


def region_item() -> MenuItem:
    """Where the city says in which part of the country it lies."""
    url = reverse_lazy("wagtailsettings:edit", args=["activiteiten", "agendainstellingen"])
    return RegionMenuItem(
        _("Regio van de vakanties"), url, name="vakantieregio", icon_name="globe", order=90
    )
