"""What a worker remembers is read again after a drop of everything; half a change is not kept."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from core.models import StadInstellingen
from core.page_cache import Remembered
from core.page_cache.beginning import claim
from core.page_cache.dropping import EVERYTHING, carry_out
from core.places import place_of
from home.models import HomePage
from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Wijk

ALL = frozenset([EVERYTHING])


@pytest.fixture
def worker(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test runs inside a transaction, a visit does not."""
    claim()
    outside = SimpleNamespace(get_connection=lambda: SimpleNamespace(in_atomic_block=False))
    monkeypatch.setattr("core.page_cache.memory.transaction", outside)


def test_is_made_once_until_everything_is_dropped(folder: Path) -> None:
    claim()
    made: Remembered[int] = Remembered()
    numbers = iter(range(10))

    def ask() -> int:
        return made.get("a", lambda: next(numbers))

    assert [ask(), ask()] == [0, 0]
    carry_out(frozenset(["pagina:1"]))
    assert ask() == 0
    carry_out(ALL)
    assert [ask(), ask()] == [1, 1]


def test_remembers_nothing_without_the_page_cache(folder: Path) -> None:
    claim()
    made: Remembered[int] = Remembered()
    numbers = iter(range(10))

    with override_settings(PAGE_CACHE=False):
        assert [made.get("a", lambda: next(numbers)) for _time in range(2)] == [0, 1]
        assert made.get_remembered("a", lambda: 5) is None
    assert made.get_remembered("a", lambda: 5) == 5


def test_value_that_was_being_made_during_a_drop_is_made_again(folder: Path) -> None:
    claim()
    made: Remembered[str] = Remembered()

    def slow() -> str:
        carry_out(ALL)  # somebody publishes meanwhile
        return "old"

    assert made.get("a", slow) == "old"
    assert made.get("a", lambda: "new") == "new"


@pytest.mark.django_db
def test_change_that_may_still_be_taken_back_is_not_remembered(folder: Path) -> None:
    claim()
    made: Remembered[str] = Remembered()

    with transaction.atomic():
        assert made.get("a", lambda: "half") == "half"
        assert made.get_remembered("a", lambda: "half") is None

    assert made.known("a") is None


@pytest.mark.django_db
def test_no_request_changes_what_another_one_gets(worker: None, hub: HomePage) -> None:
    request = RequestFactory().get("/")
    first = place_of(request)
    assert first is not None
    first.hub.title = "Bekrast"
    StadInstellingen.for_request(request).stad = "Bekrast"

    later = RequestFactory().get("/")
    second = place_of(later)
    assert second is not None
    assert second.hub.title != "Bekrast"
    assert StadInstellingen.for_request(later).stad == "Sluisdam"


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "most"), [("/", 8), ("/havenkwartier/", 8),
                                            ("/havenkwartier/nieuws/", 6)])  # fmt: skip
def test_page_that_is_not_kept_costs_few_queries_in_a_running_worker(
    worker: None, client: Client, haven: Wijk, haven_news: NieuwsIndexPage, path: str, most: int
) -> None:
    for number in range(5):
        news(haven_news, f"Bericht {number}")
    client.get(path)

    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{path}?reden=koud").status_code == 200

    assert len(queries) <= most, "\n".join(query["sql"][:200] for query in queries)
