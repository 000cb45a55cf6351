"""A folder that is full, not ours or gone, and a process that is killed: never half a page."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, override_settings

from core.page_cache import generation, keeping, room, trouble
from core.page_cache.beginning import claim
from core.page_cache.day import day_folder
from core.page_cache.dropping import EVERYTHING, carry_out
from core.page_cache.tending import tend_pages
from nieuws.models import NieuwsIndexPage
from tests.factories import news
from tests.pace import at_most
from wijkteams.models import Wijk

HAVEN = "/havenkwartier/"


@pytest.fixture(autouse=True)
def _ready(haven: Wijk, haven_news: NieuwsIndexPage, folder: Path, clock: Any) -> None:
    news(haven_news, "De bus rijdt weer")
    claim()
    clock.shift(2)
    trouble._told.clear()


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [r.getMessage() for r in caplog.records if "page cache" in r.getMessage()]


def kept_files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("answers/*/*") if path.is_file()]


def test_full_disk(
    client: Client,
    folder: Path,
    clock: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    client.get("/")
    clock.shift(2)

    def no_space(*args: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full, caplog.at_level(logging.ERROR):
        full.setattr(keeping.os, "write", no_space)
        answers = [client.get(HAVEN) for _time in range(3)]

    assert [answer.status_code for answer in answers] == [200] * 3
    assert len(lines(caplog)) == 1
    assert not list((folder / "half").iterdir())
    assert len({answer.content for answer in answers}) == 1
    assert client.get(HAVEN).status_code == 200
    assert client.get(HAVEN)["ETag"].startswith('"'), "it goes well again"


def test_something_else_stands_where_the_folder_should_be(
    client: Client, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """What root finds where another may not write."""
    folder.parent.mkdir(exist_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("a file")

    with caplog.at_level(logging.ERROR):
        answers = [client.get(HAVEN) for _time in range(3)]
        assert not carry_out(frozenset(["x"]))
        tend_pages.call()

    assert [answer.status_code for answer in answers] == [200] * 3
    assert lines(caplog)
    again = client.get(HAVEN, headers={"if-none-match": answers[0]["ETag"]})
    assert again.status_code == 304, "conditional by its text"


def test_folder_that_became_read_only_is_not_read_either(
    client: Client, folder: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing could be taken away from it any more."""
    first = client.get(HAVEN)
    assert client.get(HAVEN)["ETag"] == first["ETag"]

    monkeypatch.setattr(os, "access", lambda path, mode: False)

    assert client.get(HAVEN)["ETag"] != first["ETag"]


def test_folder_that_is_taken_away_while_we_run(client: Client, folder: Path, clock: Any) -> None:
    first = client.get(HAVEN)
    shutil.rmtree(folder)

    assert client.get(HAVEN).content == first.content
    clock.shift(2)
    assert client.get(HAVEN).content == first.content
    assert kept_files(folder)


def test_damaged_file_is_no_answer(client: Client, folder: Path, clock: Any) -> None:
    first = client.get(HAVEN)
    [file] = kept_files(folder)
    for half in (file.read_bytes()[:-10], b"", b"wpl1" + os.urandom(40)):
        file.write_bytes(half)

        assert client.get(HAVEN).content == first.content


def test_more_than_there_is_room_for(client: Client, folder: Path, clock: Any) -> None:
    with override_settings(PAGE_CACHE_MAX_PAGES=3):
        for target in ("/", HAVEN, f"{HAVEN}nieuws/", "/wijken/", "/privacy/", "/robots.txt"):
            clock.shift(2)
            assert client.get(target).status_code == 200
            assert len(kept_files(folder)) <= 3
    web = {path.name for path in folder.rglob("web/**/*") if path.is_file()}
    assert len(web) <= 2 * 3
    assert room.count_anew().answers == room.known_size().answers


def test_what_was_thrown_away_is_removed_by_the_job(
    client: Client, folder: Path, clock: Any
) -> None:
    clock.shift(2)
    client.get(HAVEN)
    carry_out(frozenset([EVERYTHING]))
    assert list((folder / "trash").iterdir())

    tend_pages.call()

    assert not list((folder / "trash").iterdir())
    assert not kept_files(folder)


def test_taking_away_costs_less_than_a_millisecond_an_address(
    client: Client, folder: Path, clock: Any
) -> None:
    from core.page_cache.address import Address
    from core.page_cache.generation import read_state

    clock.shift(2)
    client.get(HAVEN)
    state, count = read_state(), 200
    for number in range(count):
        address = Address("http-testserver", f"/a/{number}/", "")
        made = keeping.Made(address, {}, b"x" * 9000, frozenset(["k"]), clock_end(), state)
        assert keeping.keep(made)

    with at_most(0.001 * count):
        carry_out(frozenset(["k"]))

    assert len(kept_files(folder)) == 1


def clock_end() -> float:
    from core.page_cache.day import today

    return today().ends


def test_process_that_is_frozen_with_the_lock(
    client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Readers get their page; what must go is done when the lock is free again."""
    monkeypatch.setattr(keeping, "PATIENCE", 0.1)
    with generation.locked():
        assert client.get(HAVEN).status_code == 200
        assert not kept_files(folder)


def test_where_it_all_stands(client: Client, folder: Path, clock: Any) -> None:
    clock.shift(2)
    client.get(HAVEN)

    assert day_folder().startswith(str(folder))
    assert {path.stat().st_mode & 0o777 for path in folder.rglob("web/**/*")} == {0o755, 0o644}
