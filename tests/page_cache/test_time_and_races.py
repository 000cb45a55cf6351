"""What is kept ends by the clock, and is never older than the last change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.utils import timezone

from core.page_cache import keeping, shows, valid_until
from core.page_cache.beginning import claim
from core.page_cache.dropping import EVERYTHING, carry_out
from core.page_cache.tending import tend_pages
from core.security.csp import allow_frame
from home import views as home_views
from wijkteams.models import Wijk

WARDS = "/wijken/"


@pytest.fixture(autouse=True)
def _ready(haven: Wijk, folder: Path, clock: Any) -> None:
    claim()
    clock.shift(2)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets the screen with the wards answer what the test says; counts how often it is made."""

    def say(make: Any) -> list[int]:
        made: list[int] = []

        def render(request: HttpRequest, *args: Any) -> HttpResponse:
            made.append(1)
            return HttpResponse(make())

        monkeypatch.setattr(home_views, "render", render)
        return made

    return say


def web_files(folder: Path) -> set[str]:
    found = [path for path in folder.glob("h-*/*/web*/**/*,0.html") if path.is_file()]
    return {path.relative_to(folder).parts[2] for path in found}


def test_answer_ends_at_the_moment_it_said(
    client: Client, folder: Path, clock: Any, answer: Any
) -> None:
    """An activity is over: Django knows it to the second, nginx within a minute."""
    end = timezone.now() + timedelta(minutes=150)  # from 14:00 to 16:30 in the city

    def agenda() -> str:
        if timezone.now() < end:
            valid_until(end)
            valid_until(end + timedelta(hours=1))
            return "vanmiddag: straatfeest"
        return "vandaag niets"

    made = answer(agenda)
    client.get(WARDS)
    clock.shift(150 * 60 - 1)
    assert client.get(WARDS).content == b"vanmiddag: straatfeest"
    assert len(made) == 1
    assert web_files(folder) == {"web14", "web15"}, "nginx asks the site from 16:00"

    clock.shift(1)
    tend_pages.call()
    assert web_files(folder) == set()
    again = client.get(WARDS)
    assert again.content == b"vandaag niets"
    clock.shift(5)
    assert client.get(WARDS)["ETag"] == again["ETag"]


def test_answer_that_ended_is_replaced_before_the_job_comes(
    client: Client, folder: Path, clock: Any, answer: Any
) -> None:
    end = timezone.now() + timedelta(minutes=1)
    answer(lambda: valid_until(end) or "voor" if timezone.now() < end else "na, en langer")
    client.get(WARDS)
    clock.shift(61)

    assert client.get(WARDS).content == b"na, en langer"
    [file] = folder.glob("h-*/*/web/*/wijken/,0.html")
    assert file.read_bytes() == b"na, en langer"


def test_day_ends_at_midnight_in_the_city(client: Client, clock: Any, answer: Any) -> None:
    made = answer(lambda: f"{timezone.localdate():%d}")
    clock.move_to(datetime(2026, 11, 20, 22, 59, 50, tzinfo=UTC))  # ten to, in Amsterdam
    assert client.get(WARDS).content == b"20"
    clock.shift(9)
    assert client.get(WARDS).content == b"20"
    assert len(made) == 1

    clock.shift(1)
    assert client.get(WARDS).content == b"21"


def test_time_zone_of_an_editor_is_not_that_of_the_day(
    client: Client, clock: Any, answer: Any
) -> None:
    answer(lambda: "een dag")
    with timezone.override("Pacific/Auckland"):
        kept = client.get(WARDS)

    assert client.get(WARDS)["ETag"] == kept["ETag"]


def test_yesterday_is_cleared_away(client: Client, folder: Path, clock: Any, answer: Any) -> None:
    answer(lambda: "een dag")
    client.get(WARDS)
    clock.shift(24 * 3600)

    tend_pages.call()

    assert web_files(folder) == set()


def test_answer_that_was_begun_before_a_drop_is_not_kept_after_it(
    client: Client, folder: Path, clock: Any, answer: Any
) -> None:
    def slow() -> str:
        carry_out(frozenset(["anything"]))  # somebody publishes while this page is made
        clock.shift(2)
        return "oud"

    answer(slow)
    assert client.get(WARDS).content == b"oud"
    assert web_files(folder) == set()

    answer(lambda: "nieuw")
    assert client.get(WARDS).content == b"nieuw"


def test_without_the_number_it_would_be_kept(
    client: Client, folder: Path, clock: Any, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control."""
    monkeypatch.setattr(keeping, "_still_right", lambda began, now: True)

    def slow() -> str:
        carry_out(frozenset(["anything"]))
        return "oud"

    answer(slow)
    client.get(WARDS)
    answer(lambda: "nieuw")

    assert client.get(WARDS).content == b"oud"


def test_nothing_is_kept_in_the_second_of_a_drop(client: Client, clock: Any, answer: Any) -> None:
    """Two versions made in one second, as long as each other, would have the same mark."""
    answer(lambda: "een")
    carry_out(frozenset([EVERYTHING]))
    assert client.get(WARDS)["ETag"].startswith("W/")

    clock.shift(1)
    assert client.get(WARDS)["ETag"].startswith('"')


def test_only_what_shows_a_key_is_dropped(
    client: Client, folder: Path, clock: Any, answer: Any
) -> None:
    answer(lambda: shows("wijk:1", "wijk:2") or "wijken")
    first = client.get(WARDS)
    other = client.get("/privacy/")

    carry_out(frozenset(["wijk:2", "wijk:3"]))
    clock.shift(2)

    assert client.get(WARDS)["ETag"] != first["ETag"]
    assert client.get("/privacy/")["ETag"] == other["ETag"]


def test_another_release_begins_with_nothing(
    client: Client, folder: Path, clock: Any, answer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(lambda: "oude versie")
    client.get(WARDS)
    monkeypatch.setattr("core.page_cache.beginning.build", lambda: "another")
    monkeypatch.setattr("core.page_cache.generation.build", lambda: "another")

    claim()

    assert web_files(folder) == set()
    answer(lambda: "van een proces met oude code")
    clock.shift(2)
    client.get(WARDS)
    assert web_files(folder) == set(), "the old code keeps nothing any more"


def test_page_that_gets_a_film_leaves_no_file_of_before(
    client: Client, folder: Path, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has another name for nginx since; a link of the first version leads to the second."""

    def page(request: HttpRequest, *args: Any) -> HttpResponse:
        shows("a", "b")
        if films:
            allow_frame(request, "https://player.vimeo.com")
        return HttpResponse("met film" if films else "zonder film")

    films = False
    monkeypatch.setattr(home_views, "render", page)
    client.get(WARDS)
    films = True
    carry_out(frozenset(["a"]))
    clock.shift(2)
    client.get(WARDS)
    assert [path.name for path in folder.glob("h-*/*/web/**/*.html")] == [",2.html"]

    carry_out(frozenset(["b"]))

    assert not list(folder.glob("h-*/*/web/**/*.html"))
