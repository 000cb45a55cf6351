"""The table of key figures: read as CBS writes it, refused with the line that is wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.wijkteams.importers.geojson import FIGURES, SLUISDAM, sluisdam, source, table
from wijkteams.importers.dossier import build_dossier
from wijkteams.importers.kerncijfers import read_kerncijfers
from wijkteams.importers.reading import Source


def problems(text: str, name: str = "kerncijfers_2024.csv") -> list[str]:
    return [str(problem) for problem in read_kerncijfers(table(text, name)).problems]


def test_table_is_read_by_the_names_of_its_columns() -> None:
    found = read_kerncijfers(table("code,AantalInwoners_5,OppervlakteLand_123\nWK999901,500,12\n"))

    assert found.year == 2024
    assert found.by_code == {
        "WK999901": {"inwoners": Decimal(500), "oppervlakte-land": Decimal(12)}
    }


@pytest.mark.parametrize("cell", ["", ".", "       .", "-", "x"])
def test_figure_that_cbs_left_out_is_no_error(cell: str) -> None:
    found = read_kerncijfers(table(f"code,Mannen_6,Vrouwen_7\nWK999901,{cell},12\n"))

    assert found.problems == []
    assert found.by_code["WK999901"] == {"vrouwen": Decimal(12)}


def test_semicolons_decimal_commas_and_words_are_understood() -> None:
    text = (
        "\ufeffID;Codering_3;Gemeentenaam_1;SoortRegio_2;GemiddeldeWoz_36\n"
        '1;WK999901  ;Sluisdam;Wijk;"312,5"\n'
    )

    found = read_kerncijfers(table(text))

    assert found.problems == []
    assert found.by_code == {"WK999901": {"gemiddelde-woz": Decimal("312.5")}}


def test_column_that_occurs_twice_keeps_its_number() -> None:
    found = read_kerncijfers(table("code,Nederland_17,Nederland_20\nWK999901,1,2\n"))

    assert found.by_code["WK999901"] == {"nederland": Decimal(1), "nederland-20": Decimal(2)}


@pytest.mark.parametrize(
    "cell", ["NaN", "inf", "1e99", "9" * 30, "=1+1", "veel", "1.2.3", "\u0664"]
)
def test_what_is_no_number_is_told_with_its_line(cell: str) -> None:
    found = problems(f"code,Mannen_6\nWK999902,1\nWK999901,{cell}\n")

    assert found == ["kerncijfers_2024.csv, regel 3, WK999901: De waarde van mannen is geen getal."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Het bestand is leeg"),
        ("\n\n", "Het bestand is leeg"),
        ("naam,Mannen_6\nSluis,1\n", "De kolom 'code' ontbreekt"),
        ("code,naam\nWK999901,Sluis\n", "geen kolommen met cijfers"),
        ("code,Mannen_6\nWK999901,1\nWK999901,2\n", "twee keer"),
        ("code,Mannen_6\n<script>,2\n", "is geen code van een gebied"),
        ("code,Mannen_6\n\x1b[31m,2\n", "is geen code van een gebied"),
        ('code,Mannen_6\n"WK999901,1\n', "geen geldig CSV-bestand"),
        ("code,Mannen_6\nWK999901," + "9" * 140_000, "geen geldig CSV-bestand"),
        ("code," * 500 + "\n", "te veel regels of kolommen"),
        ("code,Mannen_6\n" + "\n" * 30_000, "te veel regels of kolommen"),
        ('{"type": "FeatureCollection"}', "De kolom 'code' ontbreekt"),
    ],
)
def test_bad_table_is_refused(text: str, words: str) -> None:
    found = problems(text)

    assert len(found) == 1
    assert words in found[0]


def test_latin_1_is_refused_with_the_cure() -> None:
    found = read_kerncijfers(Source("cijfers_2024.csv", "code,Café_1\n".encode("latin-1")))

    assert "Sla het opnieuw op als UTF-8" in str(found.problems[0])


def test_year_must_be_known() -> None:
    assert "Van welk jaar" in problems("code,Mannen_6\n", name="cijfers.csv")[0]
    assert read_kerncijfers(table("code,Mannen_6\n", name="cijfers.csv"), 2023).year == 2023


def test_unknown_codes_and_missing_figures_are_reported_not_refused() -> None:
    dossier = build_dossier([source(*SLUISDAM)], table("code,Mannen_6\nWK999901,1\nWK777701,2\n"))

    assert dossier.warnings == [
        "Kerncijfers zonder wijk in deze bestanden, niet gebruikt: WK777701.",
        "Van deze wijken zijn er geen kerncijfers over 2024: WK999902.",
    ]


def test_figures_of_the_municipality_are_named_too() -> None:
    assert sluisdam(figures=FIGURES).warnings == [
        "Kerncijfers zonder wijk in deze bestanden, niet gebruikt: GM9999."
    ]
