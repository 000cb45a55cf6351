"""The place of these screens in the CMS: addresses, an item of the menu, what the guard asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from wijkteams.activiteiten.deelnemers import (
    access,
    afterwards,
    changing,
    message_views,
    overview,
    views,
)
from wijkteams.guard import OPEN, asks, declare
from wijkteams.membership import membership_of

OF_A_LIST: dict[str, tuple[str, Callable[..., Any]]] = {
    "list": ("", views.the_list),
    "sheet": ("afdrukken/", views.sheet),
    "download": ("downloaden/", views.download),
    "came": ("aanwezig/", views.came),
    "enter": ("toevoegen/", changing.enter),
    "message": ("bericht/", message_views.message),
}
OF_ONE: dict[str, tuple[str, Callable[..., Any]]] = {
    "change": ("", changing.change),
    "cancel": ("afmelden/", changing.cancel),
    "confirm": ("bevestigen/", changing.confirm),
    "place": ("plek/", changing.place),
}


class DeelnemersMenuItem(MenuItem):
    """Shown to whoever may see who comes."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", access.VIEW)  # type: ignore[arg-type]


class DeelnemersViewSet(ViewSet):
    """Who comes to what."""

    name = "deelnemers"
    icon = "group"
    menu_label = _("Deelnemers")
    menu_item_class = DeelnemersMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [path("", overview.index, name="index"), *_patterns()]


def _patterns() -> Iterator[URLPattern]:
    for name, (end, view) in OF_A_LIST.items():
        yield path(f"keer/<int:keer_id>/{end}", view, name=name)
        yield path(f"reeks/<int:activiteit_id>/{end}", view, name=name)
    yield path("keer/<int:keer_id>/naderhand/", afterwards.after, name="after")
    for name, (end, view) in OF_ONE.items():
        yield path(f"persoon/<int:pk>/{end}", view, name=name)
    yield path("bericht/<int:bericht_id>/", message_views.sent, name="sent")


def declare_screens() -> None:
    """Called when the app is ready: the second wall in front of names of residents."""
    of_list = {"keer_id": access.guard_keer, "activiteit_id": access.guard_activiteit}
    declare(
        {
            "deelnemers:index": OPEN,
            **{f"deelnemers:{name}": asks(of_list) for name in OF_A_LIST},
            **{f"deelnemers:{name}": asks({"pk": access.guard_aanmelding}) for name in OF_ONE},
            "deelnemers:after": asks({"keer_id": access.guard_keer}),
            "deelnemers:sent": asks({"bericht_id": access.guard_bericht}),
        }
    )
