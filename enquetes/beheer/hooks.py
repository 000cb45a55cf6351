"""Making surveys in the CMS: addresses, items and buttons. Registration only."""

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

from enquetes.beheer import access
from enquetes.beheer.closing import LOG_CLOSED
from enquetes.beheer.dashboard import survey_buttons
from enquetes.beheer.menu import register_item
from enquetes.models import EnqueteIndexPage, EnquetePage
from wijkteams.section_actions import register_section_actions


class OverviewItem(MenuItem):
    """Shown to who has to do with surveys."""

    def is_shown(self, request: HttpRequest) -> bool:
        return access.may_look(request.user)


def overview_item() -> MenuItem:
    """The list."""
    return OverviewItem(
        gettext_lazy("Alle enquêtes"),
        reverse_lazy("enquetes:index"),
        name="alle-enquetes",
        icon_name="list-ul",
        order=10,
    )


register_item("overzicht", overview_item)
register_section_actions(EnqueteIndexPage, survey_buttons)


@hooks.register("register_admin_urls")
def making_urls() -> list[URLResolver]:
    return [path("enquetes/", include("enquetes.beheer.urls"))]


@hooks.register("register_log_actions")
def words_of_the_log(actions: Any) -> None:
    label = gettext_lazy("Gesloten")
    actions.register_action(LOG_CLOSED, label, label)


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def buttons_at_pages(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    """At a survey the way to try it out; at the list the way to make one."""
    specific = page.specific_deferred
    if isinstance(specific, EnquetePage) and access.may_try(user, specific):
        url = reverse("enquetes:een", args=[page.pk])
        yield Button(_("Alles van deze enquête"), url, icon_name="clipboard-list", priority=15)
    if isinstance(specific, EnqueteIndexPage) and access.may_make(user, specific.wijk_id):
        url = reverse("enquetes:maak", args=[page.pk])
        yield Button(_("Maak een enquête"), url, icon_name="plus", priority=5)
