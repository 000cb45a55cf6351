"""What Wagtail must know of news and newsletters. Registration only."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.models import Page

from nieuws.abonnees.dashboard import (
    NewsletterPanel,
    city_subscriber_actions,
    subscriber_actions,
)
from nieuws.abonnees.lijst_screens import LijstViewSet
from nieuws.abonnees.viewset import AbonneesViewSet, InstellingenViewSet, bounces_item
from nieuws.dashboard import news_buttons
from nieuws.edities import hooks as sending_hooks
from nieuws.edities.hooks import editions_item
from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.nieuwsbrief import hooks as making_hooks
from nieuws.retouren.dnscheck import hooks as mail_check_hooks
from nieuws.years import place_in_year
from wijkteams.dashboard import register_city_actions, register_dashboard_actions
from wijkteams.section_actions import register_section_actions

__all__ = ["mail_check_hooks", "making_hooks", "sending_hooks"]

register_section_actions(NieuwsIndexPage, news_buttons)
register_dashboard_actions(subscriber_actions)
register_city_actions(city_subscriber_actions)


class NieuwsbriefGroup(ModelViewSetGroup):
    """Everything about newsletters, under one item of the menu."""

    menu_label = _("Nieuwsbrief")
    menu_name = "nieuwsbrief"
    menu_icon = "mail"
    menu_order = 160
    items: ClassVar[tuple[Any, ...]] = (AbonneesViewSet, LijstViewSet, InstellingenViewSet)

    def get_submenu_items(self) -> list[Any]:
        return [*super().get_submenu_items(), editions_item(), bounces_item()]


@hooks.register("register_admin_viewset")
def register_newsletter_screens() -> NieuwsbriefGroup:
    return NieuwsbriefGroup()


@hooks.register("construct_homepage_panels")
def how_the_newsletter_goes(request: HttpRequest, panels: list[Any]) -> None:
    """After what needs attention in the agenda: readers, the last edition, mail that came back."""
    panels.insert(2, NewsletterPanel())


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_news_in_its_year(request: HttpRequest, page: Page) -> None:
    """An item made directly under the news list moves to its year by itself."""
    if isinstance(page, NieuwsPage):
        place_in_year(page)
