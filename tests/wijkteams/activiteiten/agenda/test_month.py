"""The agenda as a month."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
import time_machine
from django.test import Client

from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.agenda.periods import Month
from wijkteams.activiteiten.models import AgendaPage

pytestmark = pytest.mark.django_db

HAVEN = "/havenkwartier/agenda/"


@pytest.mark.parametrize("month", [Month(2026, 2), Month(2028, 2), Month(2026, 12), Month(2027, 1)])
def test_weeks_hold_each_day_of_the_month_once(month: Month) -> None:
    days = [day for week in month.weeks() for day in week]

    assert all(len(week) == 7 and week[0].weekday() == 0 for week in month.weeks())
    assert [d for d in days if d.month == month.number] == [
        date(month.year, month.number, number + 1) for number in range(month.last.day)
    ]


def test_months_go_over_the_year() -> None:
    assert str(Month(2026, 12).shifted(1)) == "2027-01"
    assert str(Month(2026, 1).shifted(-1)) == "2025-12"
    assert str(Month(2026, 5).shifted(-13)) == "2025-04"


@time_machine.travel("2026-12-02 11:00+01:00", tick=False)
def test_days_lead_to_their_list(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Koffie", start=datetime(2026, 12, 5, 10), is_free=True)

    html = client.get(f"{HAVEN}?maand=2026-12&gratis=1").content.decode()

    assert "1 activiteit in december 2026" in html
    assert 'href="?dag=2026-12-05&amp;gratis=1"' in html
    assert "Koffie" in html
    assert 'aria-current="date"' in html


@time_machine.travel("2026-12-02 11:00+01:00", tick=False)
def test_months_before_and_after_can_be_read(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Toen", start=datetime(2026, 11, 5, 10))

    html = client.get(f"{HAVEN}?maand=2026-11").content.decode()

    assert "Toen" in html
    assert 'href="?maand=2026-10"' in html
    assert 'href="?maand=2026-12"' in html


@time_machine.travel("2026-12-02 11:00+01:00", tick=False)
def test_the_way_ends_where_nothing_is_kept(client: Client, haven_agenda: AgendaPage) -> None:
    html = client.get(f"{HAVEN}?maand=2025-11").content.decode()

    assert not re.search(r'rel="prev"', html)
    assert re.search(r'rel="next"', html)


@time_machine.travel("2026-12-02 11:00+01:00", tick=False)
def test_what_takes_days_stands_on_each(client: Client, haven_agenda: AgendaPage) -> None:
    activiteit_page(haven_agenda, "Feestweek", start=datetime(2026, 12, 28, 10), hours=24 * 6)

    december = client.get(f"{HAVEN}?maand=2026-12").content.decode()
    january = client.get(f"{HAVEN}?maand=2027-01").content.decode()

    assert december.count("Feestweek") == 4
    assert january.count("Feestweek") == 3
