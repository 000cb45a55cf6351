"""Asking for public pages with nothing warm, and counting."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.builders.city import City
from wijkteams.models import Vermelding, WijkPage


def addresses(city: City) -> dict[str, str]:
    """One address of each kind of page."""
    ward = WijkPage.objects.filter(wijk=city.wards[0]).get()
    item = NieuwsPage.objects.filter(wijk=city.wards[0], image__isnull=False).first()
    assert item is not None
    hub_list = NieuwsIndexPage.objects.filter(wijk=None).get()
    return {
        "hub": "/",
        "ward": ward.url,
        "news item": item.url,
        "news list of a ward": f"{ward.url}nieuws/",
        "older news of a ward": f"{ward.url}nieuws/?voor={marker_of(item)}",
        "news list of the hub": hub_list.url,
        "year": f"{ward.url}nieuws/{item.date.year}/",
        "team": f"{ward.url}wijkteam/",
        "search": "/zoeken/?q=speeltuin",
        "wards": "/wijken/",
        "ward finder": "/wijken/?q=bestaat-niet",
        "feed": f"{ward.url}nieuws/rss.xml",
        "privacy": "/privacy/",
    }


def marker_of(item: NieuwsPage) -> str:
    """Where the part of a list begins that comes after an item."""
    row = Vermelding.objects.get(page=item.pk)
    assert row.starts_at is not None
    return f"{int(row.starts_at.timestamp())}-{row.pk}"


def cold_queries(address: str) -> list[str]:
    """The queries of the first visitor after a restart. Pictures were made by an earlier one."""
    Client().get(address)
    cache.clear()
    ContentType.objects.clear_cache()
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(address)
    assert response.status_code == 200, address
    return [query["sql"] for query in captured.captured_queries]


def queries_again(address: str) -> list[str]:
    """The queries of a page that is not kept, in a worker that answered others before."""
    again = f"{address}{'&' if '?' in address else '?'}anders=1"
    Client().get(again)
    with CaptureQueriesContext(connection) as captured:
        response = Client().get(again)
    assert response.status_code == 200, address
    return [query["sql"] for query in captured.captured_queries]
