"""Names and codes from a file: cleaned, or refused with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from tests.wijkteams.importers.geojson import area, source
from wijkteams.importers.dossier import build_dossier
from wijkteams.importers.features import read_gebieden


def problems(*features: object) -> list[str]:
    return [problem.message for problem in read_gebieden([source(*features)]).problems]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Wijk 01 Binnenstad", "Binnenstad"),
        ("wijk 9 De Berg", "De Berg"),
        ("Wijk 25 valleipoort", "Valleipoort"),
        ("Wijk 00 Centrum", "Centrum"),
        ("Buurt 03 Kerkplein", "Kerkplein"),
        ("Wijk aan Zee", "Wijk aan Zee"),
        ("Wijk 12", "Wijk 12"),
        ("  De   Kade ", "De Kade"),
        ("'t Zand & Co", "'t Zand & Co"),
    ],
)
def test_name_loses_its_number(given: str, kept: str) -> None:
    dossier = build_dossier([source(area("WK999901", given))])

    assert dossier.units[0].wijk is not None
    assert dossier.units[0].wijk.name == kept


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "ontbreekt"),
        (" \t\n", "ontbreekt"),
        (12, "geen tekst"),
        ({"nl": "Sluis"}, "geen tekst"),
        (["Sluis"], "geen tekst"),
        (True, "geen tekst"),
        ("x" * 101, "te lang"),
        ("x" * 100_000, "te lang"),
        ("<script>alert(1)</script>", "tekens die niet"),
        ("Sluis\u202emadruls", "tekens die niet"),
        ("Sluis\x07", "tekens die niet"),
        ("Sluis\ud800", "tekens die niet"),
    ],
)
def test_bad_name_is_refused(name: Any, words: str) -> None:
    found = problems(area("WK999901", name))

    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    "code",
    [None, "", 1, 10**22, ["WK999901"], "WK9999", "WK99990101", "BU999901", "wijk 1", "GM9999",
     "WK9999\u0661\u0661", "x" * 100_000, "WK999901'; DROP TABLE"],
)  # fmt: skip
def test_bad_code_is_refused(code: Any) -> None:
    feature = area("WK999901", "Sluis")
    feature["properties"]["code"] = code

    assert len(problems(feature)) == 1


def test_code_may_be_written_small_and_hold_letters() -> None:
    codes = [unit.code for unit in build_dossier([source(area("wk0363aa", "Burgwallen"))]).units]

    assert codes == ["WK0363AA"]


def test_same_code_twice_is_told_with_both_places() -> None:
    found = problems(area("WK999901", "Sluis"), area("WK999901", "Haven"))

    assert found == ["Deze code staat er twee keer in (ook bij gebied 1)."]


@pytest.mark.parametrize("value", ["GM0001", 9999, "Sluisdam", []])
def test_gemeentecode_that_does_not_fit_is_refused(value: Any) -> None:
    assert problems(area("WK999901", "Sluis", gemeentecode=value)) in (
        ["De gemeentecode past niet bij de code van het gebied."],
        [],
    )


@pytest.mark.parametrize("feature", [None, 1, "x", [], {}, {"type": "Feature"},
                                     {"type": "Feature", "properties": []}])  # fmt: skip
def test_what_is_no_feature_is_refused(feature: object) -> None:
    assert len(problems(feature)) == 1


def test_names_of_properties_as_pdok_writes_them() -> None:
    feature = area("WK999901", "x")
    feature["properties"] = {
        "Buurtcode": "BU99990105",
        "buurtnaam": "Kerkplein",
        "wijkcode": "WK999901",
        "gemeentenaam": "Sluisdam",
        "gemeentecode": "GM9999",
        "water": "NEE",
        "jaar": 2024,
    }

    reading = read_gebieden([source(feature)])

    assert not reading.problems
    assert reading.gebieden["BU99990105"].name == "Kerkplein"
    assert reading.gebieden["BU99990105"].wijkcode == "WK999901"


def test_water_is_left_out() -> None:
    reading = read_gebieden(
        [source(area("WK999901", "Sluis"), area("WK999901", "Vliet", water="JA"))]
    )

    assert list(reading.gebieden) == ["WK999901"]
    assert reading.water == 1


def test_only_the_asked_gemeente_is_looked_at() -> None:
    sources = [source(area("WK999901", "Sluis"), area("WK888801", "", geometry={}))]

    dossier = build_dossier(sources, gemeente="GM9999")

    assert [unit.code for unit in dossier.units] == ["WK999901"]
    assert dossier.warnings == ["1 gebieden van andere gemeenten zijn niet bekeken."]
