"""The place of 'Nieuwe wijk' in the CMS: its addresses and its menu item."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from wijkteams.membership import membership_of
from wijkteams.wizard.views import OpenWardView, WardOpenedView


class OpenWardMenuItem(MenuItem):
    """Shown to whoever may open wards."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", "wijk.add")  # type: ignore[arg-type]


class OpenWardViewSet(ViewSet):
    """Opening a ward."""

    name = "wijk_openen"
    url_prefix = "nieuwe-wijk"
    icon = "plus"
    menu_label = _("Nieuwe wijk")
    menu_item_class = OpenWardMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", OpenWardView.as_view(), name="add"),
            path("<int:pk>/geopend/", WardOpenedView.as_view(), name="done"),
        ]
