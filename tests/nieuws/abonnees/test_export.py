"""Subscribers as a file: own wards, no formulas, never kept, written down (R-24)."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from accounts.models import User
from core.models import Inzage
from nieuws.models import Abonnement, Lijst
from tests.factories.nieuws import reader

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/downloaden/"
EVIL = ["=1+1", "+31 6 12345678", "-2", "@SUM(A1)", "\t=1", "|cmd", "＝1"]


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def lines(answer: Any) -> list[list[str]]:
    return list(csv.reader(StringIO(content(answer).decode("utf-8-sig"))))


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_file_is_never_kept_and_written_down(
    lijst: Lijst, as_hanna: Client, hanna: User, form: str
) -> None:
    reader(lijst, "ria@b.example")
    answer = as_hanna.post(URL, {"soort": form})
    assert len(content(answer)) > 100
    assert "no-store" in answer["Cache-Control"]
    assert f".{form}" in answer["Content-Disposition"]
    entry = Inzage.objects.get()
    assert (entry.kind, entry.rows, entry.user_id) == (Inzage.Kind.EXPORT, 1, hanna.pk)
    assert "ria" not in str(list(entry.people.values()))


def test_file_holds_the_own_ward_only(lijst: Lijst, andere_lijst: Lijst, as_hanna: Client) -> None:
    reader(lijst, "haven@b.example")
    reader(andere_lijst, "sluis@b.example")
    for asked in ({}, {"lijst": andere_lijst.pk}, {"wijk": andere_lijst.wijk_id}):
        rows = lines(as_hanna.post(URL, {"soort": "csv", **asked}))
        assert [row[0] for row in rows[1:]] == ["haven@b.example"]


def test_file_holds_what_the_screen_shows(lijst: Lijst, as_hanna: Client) -> None:
    reader(lijst, "lezer@b.example")
    reader(lijst, "weg@b.example", "afgemeld")
    rows = lines(as_hanna.post(URL, {"soort": "csv", "stand": "afgemeld"}))
    assert [row[0] for row in rows[1:]] == ["weg@b.example"]
    html = as_hanna.get("/beheer/abonnees/?stand=afgemeld").content.decode()
    assert '<input type="hidden" name="stand" value="afgemeld">' in html


def test_no_cell_is_a_formula(lijst: Lijst, as_hanna: Client) -> None:
    for n, evil in enumerate(EVIL):
        row = reader(lijst, f"={n}+{n}@b.example")
        Abonnement.objects.filter(pk=row.pk).update(name=evil)
    cells = [cell for line in lines(as_hanna.post(URL, {"soort": "csv"})) for cell in line]
    book = load_workbook(BytesIO(content(as_hanna.post(URL, {"soort": "xlsx"}))))
    sheet: Any = book.active
    assert sum(cell.startswith("'") for cell in cells) == 2 * len(EVIL)
    assert {cell.data_type for line in sheet for cell in line} <= {"s", "inlineStr", "n", "d"}


def test_a_link_gives_no_file(lijst: Lijst, as_hanna: Client) -> None:
    assert as_hanna.get(URL).status_code == 405


def test_city_takes_all_wards_along(lijst: Lijst, andere_lijst: Lijst, as_bea: Client) -> None:
    reader(lijst, "haven@b.example")
    reader(andere_lijst, "sluis@b.example")
    assert len(lines(as_bea.post(URL, {"soort": "csv"}))) == 3
