"""Whoever reads the site changes nothing: no row, no file. All public pages are visited."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.test import Client
from wagtail.models import Page

from core.pictures.tasks import make_missing
from nieuws.models import NieuwsPage
from tests.builders.city import City, build_city
from tests.factories import photo
from tests.scale.pages import addresses
from wijkteams.models import Rendition

pytestmark = pytest.mark.django_db
MORE = ("/sitemap.xml", "/robots.txt", "/livez", "/bestaat-niet/", "/en/", "/nieuws/?voor=x")


def state() -> dict[str, str]:
    """All that is stored: of each table a summary of its rows, of each file what is in it."""
    found = {model._meta.label: _rows(model) for model in apps.get_models() if _is_stored(model)}
    root = Path(settings.VAR_DIR)
    for path in sorted(root.rglob("*")):
        if path.is_file():
            found[str(path.relative_to(root))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _is_stored(model: type[Model]) -> bool:
    return bool(model._meta.managed and not model._meta.proxy)


def _rows(model: type[Model]) -> str:
    """As they lie in the table."""
    table, pk = model._meta.db_table, model._meta.pk.column  # type: ignore[union-attr]
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" ORDER BY "{pk}"')  # noqa: S608
        return hashlib.sha256(repr(cursor.fetchall()).encode()).hexdigest()


def changes(city: City) -> set[str]:
    """What differs after everything was read, by somebody new each time."""
    pages = [page.url for page in Page.objects.live().filter(depth__gt=1) if page.url]
    before = state()
    for address in {*pages, *addresses(city).values(), *MORE}:
        for browser in (Client(), Client(headers={"accept-language": "tr"})):
            assert browser.get(address).status_code in {200, 301, 302, 404}, address
    after = state()
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


@pytest.fixture
def city() -> City:
    city = build_city(wards=2, news=12, images=2, index=True)
    call_command("rebuild_references_index", verbosity=0)  # the builder writes rows only
    make_missing.call()
    return city


def test_reading_all_pages_changes_no_row_and_no_file(city: City) -> None:
    assert changes(city) == set()


def test_this_test_would_see_a_change(city: City) -> None:
    rendition = Rendition.objects.filter(filter_spec__contains="jpeg").first()
    assert rendition is not None
    Rendition.objects.filter(image=rendition.image).delete()

    assert "wijkteams.Rendition" in changes(city)


def test_photo_of_a_new_item_is_made_before_anybody_asks(city: City) -> None:
    item = NieuwsPage.objects.filter(wijk=city.wards[0]).first()
    assert item is not None
    item.image = photo(city.wards[0])
    item.save_revision().publish()

    assert changes(city) == set()
