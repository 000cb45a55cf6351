"""A month on paper: all of it, on one page as long as one can read it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from tests.factories import activiteit_page
from tests.wijkteams.activiteiten.drukwerk.reading import pages_of
from wijkteams.activiteiten.drukwerk.making import order_agenda
from wijkteams.activiteiten.models import AgendaPage, Keer
from wijkteams.activiteiten.recurrence.rule import Freq, Rule


def next_month() -> date:
    """The first day of the next month."""
    return (timezone.localdate().replace(day=1) + timedelta(days=32)).replace(day=1)


def at(day: int, hour: int = 10) -> datetime:
    first = next_month()
    return datetime(first.year, first.month, day, hour)


def daily(agenda: AgendaPage, title: str, hour: int) -> None:
    """Something on each day of that month."""
    last = (next_month() + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    activiteit_page(agenda, title, start=at(1, hour), rule=Rule(freq=Freq.DAILY, until=last))


def test_everything_of_the_month_stands_there_and_nothing_else(
    haven_agenda: AgendaPage, sluis_agenda: AgendaPage, joris: User
) -> None:
    activiteit_page(haven_agenda, "Taalles", start=at(3))
    activiteit_page(haven_agenda, "Later", start=at(3) + timedelta(days=40))
    activiteit_page(haven_agenda, "Nog geheim", start=at(4), live=False)
    activiteit_page(sluis_agenda, "Soep", start=at(5))

    (text,) = pages_of(order_agenda(haven_agenda, next_month(), by=joris))

    assert "Taalles" in text
    assert "10.00–12.00" in text
    assert not {"Later", "Nog geheim", "Soep"} & set(text.split())
    assert "Nog geheim" not in text


@pytest.mark.parametrize(("rounds", "most"), [(1, 1), (2, 1), (6, 4)])
def test_nothing_is_cut_off_however_much_there_is(
    haven_agenda: AgendaPage, joris: User, rounds: int, most: int
) -> None:
    for number in range(rounds):
        daily(haven_agenda, f"Ronde{number}", 9 + number)
    wanted = Keer.objects.filter(starts_at__date__month=next_month().month).count()

    pages = pages_of(order_agenda(haven_agenda, next_month(), by=joris))

    assert len(pages) <= most
    assert sum(page.count("Ronde") for page in pages) == wanted
    if len(pages) > 1:
        assert f"1 / {len(pages)}" in pages[0]


def test_an_empty_month_says_so(haven_agenda: AgendaPage, joris: User) -> None:
    (text,) = pages_of(order_agenda(haven_agenda, next_month(), by=joris))

    assert "Er staat nog niets" in text


def test_the_city_prints_all_its_wards(
    haven_agenda: AgendaPage, sluis_agenda: AgendaPage, joris: User
) -> None:
    activiteit_page(haven_agenda, "Taalles", start=at(3))
    activiteit_page(sluis_agenda, "Soep", start=at(5))
    hub = AgendaPage.objects.get(wijk=None)

    (text,) = pages_of(order_agenda(hub, next_month(), by=joris))

    assert "Taalles" in text
    assert "Soep" in text


def test_what_is_called_off_is_struck_out_and_days_without_hours_say_so(
    haven_agenda: AgendaPage, joris: User
) -> None:
    activiteit_page(haven_agenda, "Straatfeest", start=at(6, 0), hours=23, all_day=True)
    activiteit_page(haven_agenda, "Fietstocht", start=at(7))
    off = Keer.objects.get(activiteit__title="Fietstocht")
    off.cancelled_at = timezone.now()
    off.save()
    from wijkteams.activiteiten.keren.publishing import changed

    changed(off.activiteit)

    (text,) = pages_of(order_agenda(haven_agenda, next_month(), by=joris))

    assert "hele dag" in text
    assert "Gaat niet door" in text
