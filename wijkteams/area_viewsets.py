"""CMS screens of a ward itself, its buurten and its themes."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.ui.tables import DateColumn

from wijkteams.area_forms import BuurtForm, ThemaForm
from wijkteams.membership import membership_of
from wijkteams.models import Buurt, Thema, Wijk
from wijkteams.viewsets import OwnRowEditView, WijkModelViewSet
from wijkteams.wijk_form import CITY_FIELDS, TEAM_FIELDS, WijkForm


class WijkMenuItem(MenuItem):
    """'Mijn wijk' leads whoever has one ward straight to it; the city sees the list."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", "wijk.change")  # type: ignore[arg-type]

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        membership = membership_of(request.user)  # type: ignore[arg-type]
        wards = membership.wards_with("rows", "wijk.change")
        label, url = _("Wijken"), self.url
        if not membership.is_city:
            label = _("Mijn wijk") if len(wards) == 1 else _("Mijn wijken")
        if not membership.is_city and len(wards) == 1:
            url = reverse("wijk:edit", args=[next(iter(wards))])
        return LinkMenuItem(self.name, label, url, icon_name=self.icon_name, attrs=self.attrs)


class WijkEditView(OwnRowEditView):
    """'Mijn wijk': who has but one ward stays there after saving."""

    def get_success_url(self) -> str:
        return reverse("wijk:edit", args=[self.object.pk])


class WijkViewSet(WijkModelViewSet):
    """The wards. They are opened by the wizard and never removed: a ward stops."""

    model = Wijk
    icon = "home"
    menu_name = "wijk"
    menu_label = _("Wijken")
    menu_item_class = WijkMenuItem
    form_fields = [*TEAM_FIELDS, *(name for name in CITY_FIELDS if name != "postcodes")]
    base_form_class = WijkForm
    edit_view_class = WijkEditView
    list_display = [
        "name",
        "status",
        "gemeente",
        "code",
        "slug",
        DateColumn("updated_at", label=_("Bijgewerkt")),
    ]
    list_filter = ["status"]
    list_export = ["name", "code", "slug", "gemeente", "status", "contact_email", "contact_phone"]
    export_filename = "wijken"
    search_fields = ["name", "code", "slug"]
    ordering = ["name", "pk"]
    read_along = ()
    views_left_out = frozenset({"add", "delete"})

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_index_view_kwargs(
            add_url_name="wijk_openen:add", add_item_label=_("Nieuwe wijk"), **kwargs
        )


class BuurtViewSet(WijkModelViewSet):
    """The neighbourhoods of a ward."""

    model = Buurt
    icon = "list-ul"
    menu_label = _("Buurten")
    form_fields = ["wijk", "name", "code", "boundary"]
    base_form_class = BuurtForm
    list_display = ["name", "wijk", "code"]
    list_export = ["name", "wijk", "code"]
    export_filename = "buurten"
    search_fields = ["name", "code"]


class ThemaViewSet(WijkModelViewSet):
    """The themes that pages share."""

    model = Thema
    icon = "tag"
    menu_label = _("Thema's")
    form_fields = ["wijk", "name"]
    base_form_class = ThemaForm
    list_display = ["name", "wijk"]
    list_export = ["name", "wijk"]
    export_filename = "themas"
    search_fields = ["name"]
