"""Making newsletters in the CMS: addresses and buttons. Registration only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from nieuws.dashboard import newsletter_buttons
from nieuws.models import NieuwsbriefIndexPage
from wijkteams.membership import membership_of
from wijkteams.section_actions import register_section_actions

register_section_actions(NieuwsbriefIndexPage, newsletter_buttons)


@hooks.register("register_admin_urls")
def making_urls() -> list[URLResolver]:
    return [path("nieuwsbrieven/", include("nieuws.nieuwsbrief.urls"))]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def button_to_draft(
    page: Page, user: Any, next_url: str | None = None, **kwargs: Any
) -> Iterable[Button]:
    """At the archive of newsletters."""
    specific = page.specific_deferred
    if isinstance(specific, NieuwsbriefIndexPage) and membership_of(user).may_for(
        specific.wijk_id, "pages", "add"
    ):
        url = reverse("nieuwsbrief_maken:concept", args=[page.pk])
        yield Button(_("Concept maken"), url, icon_name="mail", priority=15)
