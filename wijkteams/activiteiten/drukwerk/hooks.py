"""Paper in the CMS: its addresses, the item in the menu, a button at an activity."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wijkteams.activiteiten.beheer.keren_list import may_change
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.membership import membership_of


class PaperMenuItem(MenuItem):
    """Shown to who may change activities."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", "activiteit.change")  # type: ignore[arg-type]


@hooks.register("register_admin_urls")
def paper_urls() -> list[URLResolver]:
    return [path("drukwerk/", include("wijkteams.activiteiten.drukwerk.urls"))]


def paper_item() -> MenuItem:
    """Where posters and agendas to hang up are."""
    return PaperMenuItem(
        gettext_lazy("Om op te hangen"),
        reverse_lazy("drukwerk:index"),
        name="drukwerk",
        icon_name="print",
        order=80,
    )


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_to_poster(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    specific = page.specific_deferred
    if isinstance(specific, ActiviteitPage) and may_change(user, specific.wijk_id):
        url = reverse("drukwerk:poster", args=[page.pk])
        yield Button(_("Poster"), url, icon_name="print", priority=16)
