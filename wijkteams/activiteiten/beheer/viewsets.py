"""CMS screens of the places of activities, and of the school holidays."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from wijkteams.activiteiten.beheer.row_forms import PUBLISHED, LocatieForm, VakantieForm
from wijkteams.activiteiten.models import Locatie, Vakantie
from wijkteams.activiteiten.models.instellingen import REGIONS
from wijkteams.membership import membership_of
from wijkteams.viewsets import OwnRowsIndexView, WijkModelViewSet


class LocatieViewSet(WijkModelViewSet):
    """Where activities are held."""

    model = Locatie
    icon = "site"
    menu_label = gettext_lazy("Plekken")
    form_fields = [
        "wijk",
        "name",
        "street",
        "postcode",
        "city",
        "wheelchair",
        "toilet",
        "transport",
        "latitude",
        "longitude",
    ]
    base_form_class = LocatieForm
    list_display = [
        "name",
        Column("address", label=gettext_lazy("Adres"), accessor="address"),
        "wheelchair",
        "wijk",
    ]
    list_filter = ["wijk", "wheelchair"]
    list_export = ["name", "street", "postcode", "city", "wheelchair", "toilet", "wijk"]
    export_filename = "plekken"
    search_fields = ["name", "street"]
    ordering = ["name", "pk"]


def days_of(row: Vakantie) -> str:
    """From which day to which."""
    first, last = (date_format(day, "j F Y") for day in (row.first_day, row.last_day))
    return _("%(first)s tot en met %(last)s") % {"first": first, "last": last}


def regions_of(row: Vakantie) -> str:
    """For which parts of the country."""
    named = [str(label) for name, label in REGIONS if name in row.regions]
    return get_text_list(named, _("en")) if named else _("Het hele land")


class CityOnly:
    """Only for who keeps the list of the whole city."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_keep_holidays(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


def may_keep_holidays(user: Any) -> bool:
    """Whether the table of roles lets this user change the school holidays."""
    return membership_of(user).may("rows", "vakantie.change")


class VakantieMenuItem(MenuItem):
    """Shown to who keeps the list."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_keep_holidays(request.user)


class VakantieIndexView(CityOnly, OwnRowsIndexView):
    """The list, with where the official days are to be found."""

    template_name = "activiteiten/beheer/vakanties.html"
    default_ordering = "first_day"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "published": PUBLISHED}


class VakantieCreateView(CityOnly, generic.CreateView):
    """One more holiday."""


class VakantieEditView(CityOnly, generic.EditView):
    """Other days."""


class VakantieDeleteView(CityOnly, generic.DeleteView):
    """It is no holiday after all."""


class VakantieViewSet(WijkModelViewSet):
    """School holidays. They are of no ward, so only the city keeps them."""

    model = Vakantie
    icon = "calendar-alt"
    menu_label = gettext_lazy("Schoolvakanties")
    menu_item_class = VakantieMenuItem
    form_fields = ["name", "first_day", "last_day", "regions"]
    base_form_class = VakantieForm
    index_view_class = VakantieIndexView
    add_view_class = VakantieCreateView
    edit_view_class = VakantieEditView
    delete_view_class = VakantieDeleteView
    list_display = [
        "name",
        Column("days", label=gettext_lazy("Wanneer"), accessor=days_of),
        Column("regions", label=gettext_lazy("Regio's"), accessor=regions_of),
    ]
    list_filter = []
    search_fields = ["name"]
    ordering = ["first_day", "pk"]
    read_along = ()
    views_left_out = frozenset({"usage", "history", "history_results", "copy", "inspect"})
