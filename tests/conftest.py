"""The city, the wards and the people that every test may ask for."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.storage import storages
from django.test import Client
from django.utils import translation

from accounts.models import User
from home.models import HomePage
from home.services import open_city
from nieuws.models import NieuwsIndexPage
from tests.factories import lid
from tests.kept_database import kept_database
from tests.kept_rows import kept
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.services import open_ward

# Screens, words and pictures: what they ask of a database is asked below them too.
ABOVE_THE_DATABASE = (
    "accounts/",
    "bench/",
    "core/blocks/",
    "core/fetching/",
    "core/forms/",
    "core/pdf/",
    "core/test_bombs",
    "core/test_design",
    "core/test_error_pages",
    "core/test_handbook",
    "core/test_image_cleaning",
    "core/test_large_heic",
    "core/test_pictures",
    "enquetes/beheer/",
    "enquetes/papier/",
    "home/",
    "nieuws/abonnees/test_reading",
    "nieuws/abonneren/test_brakes",
    "nieuws/edities/",
    "nieuws/nieuwsbrief/",
    "nieuws/retouren/test_corpus",
    "nieuws/retouren/test_dns_check",
    "nieuws/retouren/test_odd_messages",
    "nieuws/retouren/test_signed_addresses",
    "page_cache/test_causes_",
    "page_cache/test_killed_writers",
    "page_cache/test_nginx",
    "security/test_headers_everywhere",
    "security/test_shared_cache",
    "security/test_writes",
    "wijkteams/activiteiten/aanbod/",
    "wijkteams/activiteiten/agenda/test_activity",
    "wijkteams/activiteiten/beheer/",
    "wijkteams/activiteiten/deelnemers/",
    "wijkteams/activiteiten/drukwerk/",
    "wijkteams/activiteiten/importing/",
    "wijkteams/advisories/",
    "wijkteams/guard/",
    "wijkteams/importers/test_screens",
    "wijkteams/initiatieven/beheren/",
    "wijkteams/initiatieven/wegwijzer/",
    "wijkteams/initiatieven/werk/",
    "wijkteams/moderatie/test_random_sequences",
    "wijkteams/organisaties/",
    "wijkteams/signalen/attenderen/",
    "wijkteams/signalen/partners/",
    "wijkteams/signalen/vertellen/test_mails",
    "wijkteams/signalen/vertellen/test_mine",
    "wijkteams/signalen/vertellen/test_place",
    "wijkteams/signalen/werk/",
    "wijkteams/test_contact_details",
    "wijkteams/test_dashboard",
    "wijkteams/test_every_way_in",
    "wijkteams/test_faces",
    "wijkteams/test_finder",
    "wijkteams/test_invitation",
    "wijkteams/test_map",
    "wijkteams/test_media_forms",
    "wijkteams/test_persons_screen",
    "wijkteams/test_photo_consent",
    "wijkteams/test_second_factor",
    "wijkteams/test_team_screens",
    "wijkteams/test_wizard",
)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What says the same on each kind of database runs on SQLite only; with EVERYTHING all of it
    that asks a database runs on both.
    """
    _refuse_what_empties_the_database(items)
    if os.environ.get("EXPECT_VENDOR") != "postgresql":
        return
    twice = [item for item in items if _asks_a_database(item) and not _is_above(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(twice)])
    items[:] = twice


def _refuse_what_empties_the_database(items: list[pytest.Item]) -> None:
    """After a test with real commits Django empties the database, of what migrations wrote too."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        if (mark is not None and mark.kwargs.get("transaction")) or "transactional_db" in getattr(
            item, "fixturenames", []
        ):
            raise pytest.UsageError(f"{item.nodeid}: make a database of its own, see 'databases'")


def _is_above(item: pytest.Item) -> bool:
    place = item.path.relative_to(Path(__file__).parent).as_posix()
    return place.startswith(ABOVE_THE_DATABASE) and not os.environ.get("EVERYTHING")


def _asks_a_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") or item.get_closest_marker("databases")
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return bool(marked) or not {"db", "transactional_db", "other"}.isdisjoint(fixtures)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """The migrations run once for many runs of the tests."""
    with kept_database():
        yield


@pytest.fixture(autouse=True)
def _cold_cache() -> None:
    """No test may live on what another left in the cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def _in_dutch() -> None:
    """A visit to a page in another language leaves that language switched on in the thread."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def _without_faces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing a face takes a tenth of a second a ward: only who asks for `faces` waits for it."""
    if "faces" not in request.fixturenames:
        monkeypatch.setattr("wijkteams.faces.tasks.ask_for_faces", lambda: None)


@pytest.fixture(autouse=True)
def _without_paper(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Setting a survey for paper takes half a second: only who asks for `paper` waits for it."""
    if "paper" not in request.fixturenames:
        monkeypatch.setattr("enquetes.papier.public.ask_for_forms", lambda page: None)


@pytest.fixture
def paper() -> None:
    """Let surveys have their form on paper."""


@pytest.fixture
def own_files() -> None:
    """Empty folders: this test looks at everything that is stored, and others leave files."""
    for storage in (storages["private"], storages["default"]):
        shutil.rmtree(storage.location, ignore_errors=True)  # type: ignore[attr-defined]


@pytest.fixture
def faces() -> None:
    """Let wards have their icons and cards."""


@pytest.fixture
def hub(db: None) -> HomePage:
    """The hub of the city of Sluisdam."""
    kept("hub", lambda: open_city(stad="Sluisdam"))
    return HomePage.objects.get(depth=2)


def _open(slug: str, name: str, palette: str) -> None:
    """Alone or beside the other: each its own rows."""
    kept(f"{slug} beside {Wijk.objects.count()}", lambda: open_ward(name=name, palette=palette))


@pytest.fixture
def haven(hub: HomePage) -> Wijk:
    """A ward: Havenkwartier. Joris works here."""
    _open("havenkwartier", "Havenkwartier", "haven")
    return Wijk.objects.get(slug="havenkwartier")


@pytest.fixture
def sluis(hub: HomePage) -> Wijk:
    """Another ward: Oude Sluis. Fatma works here."""
    _open("oude-sluis", "Oude Sluis", "oudesluis")
    return Wijk.objects.get(slug="oude-sluis")


@pytest.fixture
def haven_news(haven: Wijk) -> NieuwsIndexPage:
    """The news list of Havenkwartier."""
    return NieuwsIndexPage.objects.get(wijk=haven)


@pytest.fixture
def sluis_news(sluis: Wijk) -> NieuwsIndexPage:
    """The news list of Oude Sluis."""
    return NieuwsIndexPage.objects.get(wijk=sluis)


@pytest.fixture
def joris(haven: Wijk) -> User:
    """Editor (redacteur) of Havenkwartier."""
    return lid("joris@sluisdam.example", Rol.REDACTEUR, haven)


@pytest.fixture
def wim(haven: Wijk) -> User:
    """Writer (schrijver: drafts only) of Havenkwartier."""
    return lid("wim@sluisdam.example", Rol.SCHRIJVER, haven)


@pytest.fixture
def fatma(sluis: Wijk) -> User:
    """Ward manager (wijkbeheerder) of Oude Sluis: a stranger to Havenkwartier."""
    return lid("fatma@sluisdam.example", Rol.WIJKBEHEERDER, sluis)


@pytest.fixture
def bea(hub: HomePage) -> User:
    """City editor (stadsredactie)."""
    return lid("bea@sluisdam.example", Rol.STADSREDACTIE, None)


def client_of(user: User) -> Client:
    """A browser in which this user is logged in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def as_joris(joris: User) -> Client:
    """Joris' browser."""
    return client_of(joris)


@pytest.fixture
def as_wim(wim: User) -> Client:
    """Wim's browser."""
    return client_of(wim)


@pytest.fixture
def as_fatma(fatma: User) -> Client:
    """Fatma's browser."""
    return client_of(fatma)


@pytest.fixture
def as_bea(bea: User) -> Client:
    """Bea's browser."""
    return client_of(bea)
