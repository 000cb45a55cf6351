"""The times of an activity in the CMS: addresses, buttons, and what is said. Registration only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from wijkteams.activiteiten.beheer.after_saving import hiding_leaves, say_when, warn_of_people
from wijkteams.activiteiten.beheer.dashboard import agenda_buttons, attention_panel
from wijkteams.activiteiten.beheer.keren_list import may_change
from wijkteams.activiteiten.keren.one import LOG_CANCELLED, LOG_MOVED, LOG_RESUMED
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.section_actions import register_section_actions

register_section_actions(AgendaPage, agenda_buttons)


@hooks.register("register_admin_urls")
def times_urls() -> list[URLResolver]:
    return [
        path("agenda/hulp/", include("wijkteams.activiteiten.beheer.hint_urls")),
        path("agenda/keren/", include("wijkteams.activiteiten.beheer.keren_urls")),
    ]


@hooks.register("construct_homepage_panels")
def what_needs_attention(request: HttpRequest, panels: list[Any]) -> None:
    """After the buttons: what is full, cancelled, or over without a word about how it was."""
    panels.insert(1, attention_panel())


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_to_times(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    if isinstance(page.specific_deferred, ActiviteitPage) and may_change(
        user, page.specific_deferred.wijk_id
    ):
        url = reverse("keren:index", args=[page.pk])
        yield Button(_("Keren"), url, icon_name="calendar-alt", priority=15)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def say_when_it_is(request: HttpRequest, page: Page) -> None:
    if isinstance(page, ActiviteitPage):
        say_when(request, page)


@hooks.register("before_delete_page")
def say_who_signed_up(request: HttpRequest, page: Page) -> None:
    if request.method == "GET" and isinstance(page.specific_deferred, ActiviteitPage):
        warn_of_people(request, page.specific)


@hooks.register("after_unpublish_page")
def say_who_is_not_told(request: HttpRequest, page: Page) -> None:
    if isinstance(page.specific_deferred, ActiviteitPage):
        warn_of_people(request, page.specific, hiding_leaves)


@hooks.register("register_log_actions")
def register_words_of_the_log(actions: Any) -> None:
    words = {
        LOG_CANCELLED: gettext_lazy("Gaat niet door"),
        LOG_RESUMED: gettext_lazy("Gaat toch door"),
        LOG_MOVED: gettext_lazy("Verplaatst"),
    }
    for action, label in words.items():
        actions.register_action(action, label, label)
