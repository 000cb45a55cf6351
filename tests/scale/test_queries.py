"""A page costs the same in a village and in a large city, and few queries at that."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client, override_settings
from wagtail.models import PageViewRestriction

from core.page_cache.beginning import claim
from nieuws.models import NieuwsIndexPage
from tests.builders.city import City, build_city
from tests.scale.pages import addresses, cold_queries, queries_again
from wijkteams.vermeldingen.rebuild import rebuild

pytestmark = pytest.mark.django_db
COLD = 12
"Nothing is known, not even what kinds of rows there are: the first visitor after a restart."
MORE = {"hub": 14, "ward": 16, "news item": 13}
"""Front pages tell what goes on in signals and initiatives; a ward asks for its lists and its
surveys as well.
A news item says what it came from."""
KNOWN = {"hub": 8, "ward": 8, "news list of a ward": 8, "news list of the hub": 8, "news item": 10}
"A worker that remembers what stands around every page makes a page that is not kept."


def counts(city: City, count: Callable[[str], list[str]] = cold_queries) -> dict[str, int]:
    """How many queries each kind of page takes."""
    return {name: len(count(address)) for name, address in addresses(city).items()}


def test_cold_queries_are_few_and_stay_the_same_when_the_city_grows() -> None:
    small = counts(build_city(wards=1, news=30, index=True))

    large = counts(build_city(wards=59, news=570, index=True))

    assert {name: number for name, number in large.items() if number > MORE.get(name, COLD)} == {}
    # Twenty items instead of ten, a second page to go to: nothing may cost a query for each.
    assert {name: (small[name], n) for name, n in large.items() if n > small[name]} == {}


def test_worker_that_knows_the_city_asks_little(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A test runs inside a transaction, a visit does not.
    outside = SimpleNamespace(get_connection=lambda: SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr("core.page_cache.memory.transaction", outside)
    city = build_city(wards=30, news=300, index=True)
    with override_settings(PAGE_CACHE=True, PAGE_CACHE_DIR=tmp_path / "pages"):
        claim()

        found = counts(city, queries_again)

    assert {name: n for name, n in found.items() if n > KNOWN.get(name, 8)} == {}


def test_twelve_hundred_private_sections_cost_nothing(client: Client) -> None:
    city = build_city(wards=2, news=40, index=True)
    open_city = counts(city)
    build_city(wards=1200, news=0, seed=2, images=0)
    sections = NieuwsIndexPage.objects.filter(wijk__isnull=False).exclude(wijk__in=city.wards)
    PageViewRestriction.objects.bulk_create(
        PageViewRestriction(page=page, restriction_type="login") for page in sections
    )
    rebuild()

    closed_city = counts(city)

    assert {n: (open_city[n], c) for n, c in closed_city.items() if c > open_city[n]} == {}
    parts = re.findall(r"/sitemap-\d+\.xml", client.get("/sitemap.xml").content.decode())
    found = "".join(client.get(part).content.decode() for part in parts)
    assert sections[0].url not in found
    assert sections[0].get_parent().url in found
