"""Dates and times: from the browser's picker and as people type them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from django import forms
from django.utils import timezone

from core.forms import BirthdayField, DateField, DateTimeField, TimeField
from tests.core.forms.page import parse, render


class Moment(forms.Form):
    """One of each."""

    start = DateTimeField(label="Begin")
    day = DateField(label="Dag", required=False)
    at = TimeField(label="Tijd", required=False)
    born = BirthdayField(required=False)


@pytest.mark.parametrize(
    "typed", ["2026-12-31", "31-12-2026", "31/12/2026", "31.12.2026", " 31 - 12 - 2026 "]
)
def test_a_date_is_read_however_it_is_typed(typed: str) -> None:
    assert DateField().clean(typed) == date(2026, 12, 31)


@pytest.mark.parametrize("typed", ["31-02-2026", "morgen", "12-2026", "2026-13-01", "1-1-26"])
def test_what_is_no_date_gets_an_example(typed: str) -> None:
    with pytest.raises(forms.ValidationError, match="31-12-2026"):
        DateField().clean(typed)


@pytest.mark.parametrize("typed", ["19:30", "19.30", "19:30:00", "19.30 uur"])
def test_a_time_is_read_however_it_is_typed(typed: str) -> None:
    assert TimeField().clean(typed) == time(19, 30)


@pytest.mark.parametrize("typed", ["25:00", "half acht", "19"])
def test_what_is_no_time_gets_an_example(typed: str) -> None:
    with pytest.raises(forms.ValidationError, match="19:30"):
        TimeField().clean(typed)


def test_date_and_time_make_a_moment_in_our_time_zone() -> None:
    form = Moment({"start_0": "31-12-2026", "start_1": "19:30"})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["start"] == timezone.make_aware(datetime(2026, 12, 31, 19, 30))


def test_half_a_moment_asks_for_both() -> None:
    form = Moment({"start_0": "31-12-2026", "start_1": ""})

    assert form.errors["start"] == ["Vul een datum en een tijd in."]


def test_each_part_has_a_label_of_its_own() -> None:
    page = parse(render(Moment()))

    labels = {label["for"]: label.get_text(strip=True) for label in page.find_all("label")}

    assert labels["id_start_0"] == "Datum"
    assert labels["id_start_1"] == "Tijd"
    assert [labels[f"id_born_{number}"] for number in range(3)] == [
        "Dag",
        "Maand",
        "Jaar",
    ]


def test_browsers_get_their_own_pickers_with_what_they_can_read() -> None:
    page = parse(render(Moment(initial={"start": datetime(2026, 12, 31, 19, 30)})))

    day, hour = page.find(id="id_start_0"), page.find(id="id_start_1")

    assert day is not None
    assert hour is not None
    assert (day["type"], day["value"]) == ("date", "2026-12-31")
    assert (hour["type"], hour["value"]) == ("time", "19:30")


def test_a_date_typed_the_dutch_way_comes_back_in_the_picker() -> None:
    page = parse(render(Moment({"start_0": "31-12-2026", "start_1": ""})))

    assert page.find(id="id_start_0")["value"] == "2026-12-31"  # type: ignore[index]


def test_what_is_no_date_comes_back_as_text_so_that_it_can_be_mended() -> None:
    page = parse(render(Moment({"start_0": "31-02-2026", "start_1": "laat", "day": "ooit"})))

    shown = {key: page.find(id=key) for key in ("id_start_0", "id_start_1", "id_day")}

    assert [(tag["type"], tag["value"]) for tag in shown.values() if tag] == [
        ("text", "31-02-2026"),
        ("text", "laat"),
        ("text", "ooit"),
    ]


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        (("31", "2", "1960"), "bestaat niet"),
        (("31", "", "1960"), "Vul dag, maand en jaar in"),
        (("dag", "2", "1960"), "bestaat niet"),
        (("1", "1", "99999"), "bestaat niet"),
    ],
)
def test_a_birthday_that_cannot_be_says_what_is_wrong(
    parts: tuple[str, str, str], error: str
) -> None:
    with pytest.raises(forms.ValidationError, match=error):
        BirthdayField().clean(list(parts))


def test_a_birthday_lies_behind_us() -> None:
    tomorrow = date.today() + timedelta(days=1)

    assert BirthdayField().clean(["29", "2", "1960"]) == date(1960, 2, 29)
    with pytest.raises(forms.ValidationError, match="nog niet geweest"):
        BirthdayField().clean([str(tomorrow.day), str(tomorrow.month), str(tomorrow.year)])


def test_the_browser_may_fill_in_a_birthday() -> None:
    page = parse(render(Moment()))

    assert page.find(id="id_born_2")["autocomplete"] == "bday-year"  # type: ignore[index]
