"""A file that is no good is refused in plain words, whatever is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.wijkteams.importers.geojson import area, collection, source
from wijkteams.importers import limits, reading
from wijkteams.importers.dossier import build_dossier
from wijkteams.importers.problems import InvalidImportError
from wijkteams.importers.reading import Source, read_path

GOOD = source(area("WK999901", "Oude Sluis")).data


def refusal(data: bytes) -> str:
    with pytest.raises(InvalidImportError) as caught:
        build_dossier([Source("wijken.geojson", data)])
    return "\n".join(caught.value.lines())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "geen geldige JSON"),
        (GOOD[:-40], "niet compleet of geen geldige JSON"),
        (b"<html>404</html>", "geen geldige JSON"),
        (b"[1,2,3]", "geen GeoJSON"),
        (b'"FeatureCollection"', "geen GeoJSON"),
        (b'{"type":"Topology","objects":{}}', "geen GeoJSON"),
        (b'{"type":"FeatureCollection"}', "ontbreekt de lijst"),
        (b'{"type":"FeatureCollection","features":{}}', "ontbreekt de lijst"),
        (b'{"type":"FeatureCollection","features":[]}', "geen gebieden"),
        (b'{"type":"FeatureCollection","features":[NaN]}', "onmogelijk getal"),
        (b'{"type":"FeatureCollection","features":[Infinity]}', "onmogelijk getal"),
        (b'{"type":"FeatureCollection","features":[' + b"9" * 5000 + b"]}", "onmogelijk getal"),
        (b'{"a":' * 90_000, "te diep genest"),
        (b"[" * 200_000, "te diep genest"),
        (GOOD.decode().encode("utf-16"), "niet in UTF-8"),
        (GOOD.replace(b"Oude", b"Caf\xe9"), "niet in UTF-8"),
        (GOOD.replace(b"Oude", b"\x00"), "lege tekens"),
        (b"[" * 3_000_001, "te veel gegevens"),
    ],
)
def test_broken_file_is_refused(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_large_file_with_rare_signs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES_WITH_RARE_SIGNS", 100)

    assert "emoji" in refusal(GOOD.replace(b"Oude", "🌳".encode()))


def test_byte_order_mark_is_no_problem() -> None:
    dossier = build_dossier([Source("wijken.geojson", b"\xef\xbb\xbf" + GOOD)])

    assert [unit.code for unit in dossier.units] == ["WK999901"]


def test_every_cut_of_a_good_file_is_refused() -> None:
    for end in range(1, len(GOOD) - 1, 7):
        assert refusal(GOOD[:end]), end


def test_too_many_areas_are_refused() -> None:
    features = [{}] * (limits.MAX_FEATURES + 1)

    assert "hoogstens 5000" in refusal(json.dumps(collection(*features)).encode())


def test_too_many_points_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkteams.importers.features.MAX_POINTS", 8)

    text = refusal(source(area("WK999901", "Sluis"), area("WK999902", "Haven")).data)

    assert "te veel punten (hoogstens 8)" in text


def test_too_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "groot.geojson"
    path.write_bytes(GOOD)
    monkeypatch.setattr(reading, "MAX_BYTES", 10)

    with pytest.raises(InvalidImportError) as caught:
        read_path(path)

    assert "te groot" in caught.value.lines()[0]


@pytest.mark.parametrize("path", ["bestaat-niet.geojson", ".", "x" * 5000, "/dev/zero"])
def test_unreadable_path_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(InvalidImportError) as caught:
        read_path(tmp_path / path)

    assert len(caught.value.lines()[0]) < 300


def test_all_problems_come_in_one_list() -> None:
    text = refusal(source(area("WK999901", ""), area("XX", "Haven"), area("WK999903", "Zuid")).data)

    assert text.splitlines() == [
        "wijken.geojson, gebied 1, WK999901: De naam ontbreekt.",
        "wijken.geojson, gebied 2: De code is geen wijkcode of buurtcode (zoals WK051301).",
    ]


def test_list_of_problems_stays_readable() -> None:
    lines = refusal(source(*[{"type": "Feature"}] * 300).data).splitlines()

    assert len(lines) == limits.MAX_REPEATED_PROBLEMS + 1
    assert lines[-1] == "En nog 100 andere fouten."
