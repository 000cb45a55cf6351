"""The list of initiatives asks the database as much for many as for few, however it is asked."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db.models import Count, F, Q
from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import Page

from core.page_cache.beginning import claim
from tests.bench.inside.initiatives import places, same
from tests.builders.city import City, build_city
from tests.builders.initiatives import build_initiatives
from tests.scale.pages import cold_queries, queries_again
from wijkteams.initiatieven.hulp.counting import with_found
from wijkteams.initiatieven.models import AFGESLOTEN, HulpVraag, Initiatief, Staat

pytestmark = pytest.mark.django_db
COLD, KNOWN = 18, 8
"The first visitor after a restart; a process that has been at work (issue of the initiatives)."


@pytest.fixture
def city() -> City:
    return build_city(wards=4, news=8, images=0)


def test_built_initiatives_are_what_the_site_would_make(city: City, client: Client) -> None:
    build_initiatives(city.wards, 160)

    assert Page.find_problems() == ([], [], [], [], [])
    assert set(Initiatief.objects.values_list("staat", flat=True)) == set(Staat)
    supported = Initiatief.objects.annotate(rows=Count("steun"))
    assert supported.filter(rows__gt=0).count() == 16
    assert not supported.exclude(rows=F("aantal_steun")).exists()
    running = Q(tot=None) | Q(tot__gte=timezone.localdate())
    asking = with_found(HulpVraag.objects.filter(running, is_open=True))
    lacking = asking.filter(gevonden__lt=F("aantal")).values("initiatief")
    over = Q(staat__in=AFGESLOTEN) | Q(samengevoegd_in__isnull=False)
    asked = Initiatief.objects.filter(pk__in=lacking).exclude(over)
    assert set(asked) == set(Initiatief.objects.filter(zoekt_hulp=True)) != set()
    for address in places().values():
        assert client.get(address).status_code == 200, address


def test_number_of_queries_stays_the_same_however_asked(city: City) -> None:
    build_initiatives(city.wards, 240)  # more than a page, in whatever way they are asked
    few = {name: len(cold_queries(address)) for name, address in places().items()}
    # These two can be nearly empty in a small city, with nobody on them who asks for help.
    few |= dict.fromkeys(("laatste", "alles"), max(few.values()))
    more = build_city(wards=2, news=8, seed=2, images=0)
    build_initiatives(more.wards, 400)

    many = {name: len(cold_queries(address)) for name, address in places().items()}

    assert {name: (few[name], n) for name, n in many.items() if n > few[name]} == {}
    assert {name: n for name, n in many.items() if n > COLD} == {}


def test_process_at_work_asks_little_however_asked(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A test runs inside a transaction, a visit does not.
    outside = SimpleNamespace(get_connection=lambda: SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr("core.page_cache.memory.transaction", outside)
    build_initiatives(city.wards, 160)
    with override_settings(PAGE_CACHE=True, PAGE_CACHE_DIR=tmp_path / "pages"):
        claim()

        found = {name: len(queries_again(address)) for name, address in places().items()}

    assert {name: n for name, n in found.items() if n > KNOWN} == {}


def test_map_holds_all_of_them_in_few_spots(city: City, client: Client) -> None:
    build_initiatives(city.wards, 400)

    answer = client.get("/initiatieven/initiatieven.geojson")

    spots = [spot["properties"]["aantal"] for spot in answer.json()["features"]]
    assert sum(spots) == Initiatief.objects.filter(samengevoegd_in=None).count()
    assert 0 < len(spots) < 100


def test_ideas_with_a_slip_of_the_pen_are_recognised(city: City) -> None:
    build_initiatives(city.wards, 400)

    assert same()["found"] > 0
