"""What Wagtail must know of news."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page

from nieuws.dashboard import news_actions
from nieuws.models import NieuwsPage
from nieuws.years import place_in_year
from wijkteams.dashboard import register_dashboard_actions

register_dashboard_actions(news_actions)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def keep_news_in_its_year(request: HttpRequest, page: Page) -> None:
    """An item made directly under the news list moves to its year by itself."""
    if isinstance(page, NieuwsPage):
        place_in_year(page)
