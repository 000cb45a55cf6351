"""No cell of an export is a formula, in any of the three formats (R-24)."""

from __future__ import annotations

import csv
import io
import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from core.exports import cells
from core.exports.cells import harmless, starts_formula
from core.exports.files import csv_lines
from core.exports.ods import write_ods
from core.exports.xlsx import write_xlsx

ATTACK = '=HYPERLINK("https://kwaad.example","klik")'
STARTS = ["=", "+", "-", "@", "\t", "\r", "|", "＝", "＋", "－", "＠", "｜", " =", "\ufeff=", "\n="]
ROWS = [[start + "1+1|cmd"] for start in STARTS] + [[ATTACK]]


def csv_values(rows: list[list[Any]]) -> list[str]:
    text = b"".join(csv_lines(rows)).decode("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text, newline=""))]


def ods_cells(rows: list[list[Any]]) -> list[Any]:
    with zipfile.ZipFile(write_ods(rows)) as package:
        assert package.namelist()[0] == "mimetype"
        tree = ElementTree.fromstring(package.read("content.xml"))
    return [node for node in tree.iter() if node.tag.endswith("}table-cell")]


def test_every_csv_cell_is_text() -> None:
    values = csv_values(ROWS)

    assert len(values) == len(ROWS)
    assert [value for value in values if not value.startswith("'")] == []


def test_without_the_guard_the_same_check_goes_red(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "starts_formula", lambda text: False)

    assert csv_values([[ATTACK]]) == [ATTACK]


def test_every_xlsx_cell_is_text_and_stays_so_when_it_is_edited() -> None:
    sheet = load_workbook(BytesIO(write_xlsx(ROWS).read())).active
    found = [row[0] for row in sheet.iter_rows()]

    assert len(found) == len(ROWS)
    assert {cell.data_type for cell in found} == {"s"}
    assert all(cell.quotePrefix for cell in found)
    assert found[-1].value == ATTACK


def test_no_ods_cell_is_a_formula() -> None:
    found = ods_cells(ROWS)

    assert len(found) == len(ROWS)
    for cell in found:
        assert [name for name in cell.attrib if name.endswith("}formula")] == []
        assert [v for n, v in cell.attrib.items() if n.endswith("}value-type")] == ["string"]


def test_telephone_keeps_its_plus_in_all_formats() -> None:
    phone = "+31612345678"

    assert csv_values([[phone]]) == [f"'{phone}"]
    assert load_workbook(write_xlsx([[phone]])).active["A1"].value == phone
    assert "".join(ods_cells([[phone]])[0].itertext()) == phone


def test_numbers_and_ordinary_texts_stay_what_they_are() -> None:
    assert [harmless(value) for value in (-3, 2.5, "Feest op de kade", None)] == [
        -3,
        2.5,
        "Feest op de kade",
        "",
    ]
    assert load_workbook(write_xlsx([[-3]])).active["A1"].value == -3
    assert not starts_formula("a=b")


def test_characters_that_no_file_takes_are_left_out() -> None:
    assert csv_values([["a\x00b\ud800c"]]) == ["abc"]
    assert load_workbook(write_xlsx([["a\x00b\ud800c"]])).active["A1"].value == "abc"
    assert "".join(ods_cells([["a\x00b\ud800c<&"]])[0].itertext()) == "abc<&"
