"""A small city: two wards, with news, a team, a photo."""

from __future__ import annotations

from home.services import open_city
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo
from wijkteams.models import Wijk, WijkteamPage
from wijkteams.services import open_ward

HAVEN = "/havenkwartier/"


def make_city() -> None:
    """In the database that is in use."""
    open_city(stad="Sluisdam")
    haven = open_ward(name="Havenkwartier", palette="haven")
    open_ward(name="Oude Sluis", palette="oudesluis")
    news(news_of(haven), "De bus rijdt weer", image=photo(haven))


def news_of(wijk: Wijk) -> NieuwsIndexPage:
    """The news list of a ward."""
    return NieuwsIndexPage.objects.get(wijk=wijk, locale__language_code="nl")


def haven() -> Wijk:
    """The ward where things happen."""
    return Wijk.objects.get(slug="havenkwartier")


def team_of(wijk: Wijk) -> WijkteamPage:
    """The page about the team of a ward."""
    return WijkteamPage.objects.get(wijk=wijk, locale__language_code="nl")
