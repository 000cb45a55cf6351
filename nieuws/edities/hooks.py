"""Sending in the CMS: its addresses, its item in the menu, and the ways to it from a newsletter."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from nieuws.edities.access import VIEW, may_send
from nieuws.models import NieuwsbriefPage
from wijkteams.membership import membership_of

GO = "action-naar-versturen"


class EditionsItem(MenuItem):
    """Shown to who may see sendings."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", VIEW)  # type: ignore[arg-type]


def editions_item() -> MenuItem:
    """Where what went out is."""
    return EditionsItem(
        gettext_lazy("Verzendingen"),
        reverse_lazy("edities:index"),
        name="edities",
        icon_name="mail",
        order=20,
    )


@hooks.register("register_admin_urls")
def editions_urls() -> list[URLResolver]:
    return [path("nieuwsbrief/verzendingen/", include("nieuws.edities.urls"))]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_to_sending(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    specific = page.specific_deferred
    if isinstance(specific, NieuwsbriefPage) and may_send(user, specific):
        url = reverse("edities:send", args=[page.pk])
        yield Button(_("Versturen"), url, icon_name="mail", priority=10)


class SaveAndSend(ActionMenuItem):
    """Beside 'save' and 'publish': keep what was written, and go on to sending."""

    label = gettext_lazy("Bewaar en ga naar versturen")
    name = GO
    icon_name = "mail"

    def is_shown(self, context: dict[str, Any]) -> bool:
        page = context.get("page")
        if context["view"] != "edit" or not isinstance(page, NieuwsbriefPage):
            return False
        return super().is_shown(context) and may_send(context["request"].user, page)


@hooks.register("register_page_action_menu_item")
def save_and_send_item() -> ActionMenuItem:
    return SaveAndSend(order=25)


@hooks.register("after_edit_page")
def go_to_sending(request: HttpRequest, page: Page) -> HttpResponse | None:
    """After the button of that name; what saves by itself stays where it is."""
    if not isinstance(page, NieuwsbriefPage) or not request.accepts("text/html"):
        return None
    if GO in request.POST and may_send(request.user, page):
        return redirect("edities:send", page.pk)
    return None


@hooks.register("after_publish_page")
def say_that_it_is_not_mailed(request: HttpRequest, page: Page) -> None:
    """On the site is not in the mail: that is a second step, and here is the way to it."""
    if not isinstance(page, NieuwsbriefPage) or not may_send(request.user, page):
        return
    if page.edities.exists():
        return
    to_sending = messages.button(reverse("edities:send", args=[page.pk]), _("Naar versturen"))
    text = _("De nieuwsbrief staat op de site. Hij is nog niet gemaild.")
    messages.info(request, text, buttons=[to_sending])
