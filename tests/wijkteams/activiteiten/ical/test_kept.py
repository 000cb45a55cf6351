"""Every telephone in a ward asks for its calendar a few times a day: once made, it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client, override_settings
from django.utils import timezone

from core.page_cache.beginning import claim
from tests.counting import count_queries
from tests.factories.activiteiten import activiteit_page, next_monday, weekly
from tests.pace import at_most
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Locatie
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.models import Thema

WARD = "/havenkwartier/agenda.ics"


@pytest.fixture
def clock(tmp_path: Path) -> Iterator[Any]:
    """The page cache, switched on, at a moment that stands still."""
    noon = timezone.now().replace(hour=11, minute=0, second=0, microsecond=0)
    with (
        override_settings(PAGE_CACHE=True, PAGE_CACHE_DIR=tmp_path / "pages"),
        time_machine.travel(noon, tick=False) as traveller,
    ):
        yield traveller


@pytest.fixture
def page(clock: Any, haven_agenda: AgendaPage) -> ActiviteitPage:
    place = Locatie.objects.create(name="De Brug")
    found = activiteit_page(haven_agenda, "Koffie", rule=weekly(count=5), locatie=place)
    claim()
    clock.shift(2)
    return found


def test_unchanged_calendar_is_not_sent_again_and_asks_nothing(
    client: Client, page: ActiviteitPage
) -> None:
    keer = Activiteit.objects.get().keren.first()
    assert keer is not None
    own = f"/havenkwartier/agenda/{page.slug}/"
    for url in (WARD, "/agenda.ics", f"{own}activiteit.ics", f"{own}{keer.slug}.ics"):
        first = client.get(url)
        mark = {"if-none-match": first["ETag"]}

        assert first["Content-Type"] == "text/calendar; charset=utf-8"
        assert count_queries(lambda url=url, mark=mark: client.get(url, headers=mark)) == 0  # type: ignore[misc]
        assert client.get(url, headers=mark).status_code == 304
        assert client.get(url).content == first.content


def test_calendar_of_a_theme_is_not_sent_again(client: Client, page: ActiviteitPage) -> None:
    Thema.objects.create(name="Groen", slug="groen")
    url = f"{WARD}?thema=groen"
    mark = {"if-none-match": client.get(url)["ETag"]}

    assert count_queries(lambda: client.get(url, headers=mark)) == 0
    assert client.get(url, headers=mark).status_code == 304


def cancel(page: ActiviteitPage) -> None:
    one.cancel(Activiteit.objects.get().keren.all()[1], "Ziek.")


def note(page: ActiviteitPage) -> None:
    one.describe(Activiteit.objects.get().keren.all()[1], note="Neem brood mee.", capacity=None)


def move(page: ActiviteitPage) -> None:
    keer = Activiteit.objects.get().keren.all()[1]
    start = detach(keer.starts_at) + timedelta(hours=1)
    one.move(keer, start, start + timedelta(hours=1))


def other_words(page: ActiviteitPage) -> None:
    page.contact_phone = "0500 12 34 07"
    page.save_revision().publish()


def take_away(page: ActiviteitPage) -> None:
    page.unpublish()


def remove(page: ActiviteitPage) -> None:
    ActiviteitPage.objects.get(pk=page.pk).delete()


def other_place(page: ActiviteitPage) -> None:
    place = Locatie.objects.get()
    place.street = "Kadeweg 14"
    place.save()


def another(page: ActiviteitPage) -> None:
    activiteit_page(AgendaPage.objects.get(wijk=page.wijk), "Soep")


@pytest.mark.parametrize(
    "change", [cancel, note, move, other_words, take_away, remove, other_place, another]
)
def test_a_change_is_seen_at_once(
    client: Client,
    clock: Any,
    page: ActiviteitPage,
    change: Callable[[ActiviteitPage], None],
    django_capture_on_commit_callbacks: Any,
) -> None:
    before = [client.get(url).content for url in (WARD, "/agenda.ics")]
    clock.shift(2)
    # What the making of the page planned, waits for a commit that a test never does.
    connection.run_on_commit.clear()
    with django_capture_on_commit_callbacks(execute=True):
        change(page)
    clock.shift(2)
    after = [client.get(url).content for url in (WARD, "/agenda.ics")]

    assert before[0] != after[0]
    assert before[1] != after[1]


def test_what_was_kept_is_made_anew_after_midnight(
    client: Client, clock: Any, page: ActiviteitPage
) -> None:
    client.get(WARD)
    clock.move_to(next_monday() + timedelta(days=200))

    assert b"BEGIN:VEVENT" not in client.get(WARD).content


def test_queries_do_not_grow_with_the_activities(client: Client, haven_agenda: AgendaPage) -> None:
    counts = []
    for _round in range(2):
        for number in range(4):
            activiteit_page(haven_agenda, f"Koffie {number}", rule=weekly())
        counts.append(count_queries(lambda: client.get(WARD)))

    assert counts[0] == counts[1]
    assert counts[0] <= 12


def test_five_hundred_times_take_half_a_second_at_most(
    client: Client, haven_agenda: AgendaPage
) -> None:
    for number in range(10):
        activiteit_page(haven_agenda, f"Koffie {number}", rule=weekly(count=50))
    activiteit = Activiteit.objects.first()
    assert activiteit is not None
    activiteit.keren.update(note="Elke keer anders.")  # each beside the rule
    client.get("/livez")

    with at_most(0.5):
        content = client.get(WARD).content

    assert content.count(b"BEGIN:VEVENT") == 10 + 50
