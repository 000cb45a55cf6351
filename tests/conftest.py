"""The city, the wards and the people that every test may ask for."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import translation

from accounts.models import User
from home.models import HomePage
from home.services import open_city
from nieuws.models import NieuwsIndexPage
from tests.factories import lid
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.services import open_ward


@pytest.fixture(autouse=True)
def _cold_cache() -> None:
    """No test may live on what another left in the cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def _in_dutch() -> None:
    """A visit to a page in another language leaves that language switched on in the thread."""
    translation.deactivate()


@pytest.fixture
def hub(db: None) -> HomePage:
    """The hub of the city of Sluisdam."""
    return open_city(stad="Sluisdam")


@pytest.fixture
def haven(hub: HomePage) -> Wijk:
    """A ward: Havenkwartier. Joris works here."""
    return open_ward(name="Havenkwartier", palette="haven")


@pytest.fixture
def sluis(hub: HomePage) -> Wijk:
    """Another ward: Oude Sluis. Fatma works here."""
    return open_ward(name="Oude Sluis", palette="oudesluis")


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
