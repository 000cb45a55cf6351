"""The rows that tests begin with are those that opening a city and a ward writes."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection

from home.models import HomePage
from home.services import open_city
from tests import kept_rows
from tests.kept_rows import kept, rows_of
from wijkteams.models import Wijk
from wijkteams.services import open_ward

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_store(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[kept_rows.Table]]:
    """Nothing is remembered yet."""
    store: dict[str, list[kept_rows.Table]] = {}
    monkeypatch.setattr(kept_rows, "_KEPT", store)
    return store


def _written(tables: list[kept_rows.Table]) -> dict[str, tuple[int, int]]:
    return {table.name: (len(table.new), len(table.changed)) for table in tables}


def test_put_back_it_is_what_was_written(own_store: dict[str, list[kept_rows.Table]]) -> None:
    savepoint = connection.savepoint()
    kept("hub", lambda: open_city(stad="Sluisdam"))
    connection.savepoint_rollback(savepoint)
    again = rows_of(lambda: kept("hub", pytest.fail))
    assert _written(again) == _written(own_store["hub"])
    assert [table.new for table in again] == [table.new for table in own_store["hub"]]
    assert HomePage.objects.get(depth=2).get_children().count() >= 3
    call_command("fixtree", interactive=False, verbosity=0)


def test_where_something_else_stands_it_is_really_opened(
    own_store: dict[str, list[kept_rows.Table]], hub: HomePage, haven: Wijk
) -> None:
    done: list[str] = []
    own_store["hub"] = [
        kept_rows.Table("wijkteams_wijk", ["id", "name"], 0, before=(0, None), new=[(1, "Nergens")])
    ]
    kept("hub", lambda: done.append("opened"))
    assert done == ["opened"]
    assert Wijk.objects.get() == haven


def test_where_a_row_that_changes_is_another_it_is_really_opened(
    own_store: dict[str, list[kept_rows.Table]], hub: HomePage
) -> None:
    savepoint = connection.savepoint()
    kept("haven", lambda: open_ward(name="Havenkwartier", palette="haven"))
    connection.savepoint_rollback(savepoint)
    HomePage.objects.update(title="Een andere stad")

    kept("haven", lambda: open_ward(name="Havenkwartier", palette="haven"))

    assert HomePage.objects.get(depth=2).title == "Een andere stad"


def test_with_its_own_clock_it_is_really_opened(
    own_store: dict[str, list[kept_rows.Table]],
) -> None:
    done: list[str] = []
    with time_machine.travel(datetime(2027, 1, 1, tzinfo=UTC)):
        kept("hub", lambda: done.append("opened"))
    assert done == ["opened"]
    assert own_store == {}
