"""Where the calendars of a page are to be had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from core.absolute import absolute
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage

if TYPE_CHECKING:
    from django.http import HttpRequest
    from wagtail.models import Page

    from wijkteams.activiteiten.models import Keer


@dataclass(frozen=True)
class FeedAddresses:
    """The addresses of one page; `rss` and `one` are empty where there is none."""

    ics: str
    "The calendar, as a path: what a browser downloads."
    whole: str
    "The same as a whole address: what one pastes into a calendar."
    webcal: str
    "The same, so that a telephone opens its calendar and keeps following it."
    rss: str = ""
    one: str = ""
    "One time alone, as a path."


def feed_addresses(
    page: Page, request: HttpRequest, keer: Keer | None = None, thema: str = ""
) -> FeedAddresses:
    """Of a hub, ward or agenda (with `thema`: of that theme), or of an activity and one time."""
    url = page.get_url(request) or "/"
    is_activity = isinstance(page, ActiviteitPage)
    path = f"{url}{'activiteit' if is_activity else 'agenda'}.ics"
    if thema and not is_activity:
        path += f"?{urlencode({'thema': thema})}"
    whole = absolute(path)
    return FeedAddresses(
        ics=path,
        whole=whole,
        webcal=f"webcal://{whole.partition('://')[2]}",
        rss=f"{url}rss.xml" if isinstance(page, AgendaPage) else "",
        one=f"{url}{keer.slug}.ics" if is_activity and keer else "",
    )
