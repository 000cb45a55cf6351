"""Whatever a file holds, the reader gives areas or a refusal: never anything else."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.wijkteams.importers.geojson import FIGURES, SLUISDAM, collection
from wijkteams.importers.dossier import build_dossier
from wijkteams.importers.problems import InvalidImportError
from wijkteams.importers.reading import Source

GOOD = json.dumps(collection(*SLUISDAM)).encode()
JUNK: list[Any] = [
    None, True, -1, 10**22, 10**400, 1e308, "", "x" * 100_000, "\u0000", "\ud800", "<b>", [], {},
    [[]], [[[[[[]]]]]], {"type": "Polygon"}, "WK999901", [5, 52],
]  # fmt: skip


def attempt(areas: bytes, figures: bytes = FIGURES.encode()) -> bool:
    """Whether there is an answer: areas or a refusal that says why. Else a traceback."""
    try:
        return bool(build_dossier([Source("w.geojson", areas)], Source("k_2024.csv", figures)))
    except InvalidImportError as refusal:
        return bool(str(refusal))


def replace_somewhere(value: Any, junk: Any, chance: random.Random) -> Any:
    """The same structure with one part replaced."""
    if not isinstance(value, (dict, list)) or not value or chance.random() < 0.15:
        return junk
    if isinstance(value, list):
        place = chance.randrange(len(value))
        changed = replace_somewhere(value[place], junk, chance)
        return [*value[:place], changed, *value[place + 1 :]]
    key = chance.choice(sorted(value))
    return {**value, key: replace_somewhere(value[key], junk, chance)}


def test_a_thousand_files_with_one_part_replaced() -> None:
    chance = random.Random(20)
    whole = json.loads(GOOD)
    for _round in range(1000):
        bad = replace_somewhere(whole, chance.choice(JUNK), chance)
        assert attempt(json.dumps(bad).encode())


@settings(max_examples=300, deadline=None)
@given(place=st.integers(0, len(GOOD) - 1), junk=st.binary(max_size=6))
def test_bytes_replaced_anywhere_do_no_harm(place: int, junk: bytes) -> None:
    assert attempt(GOOD[:place] + junk + GOOD[place + len(junk) :])


@settings(max_examples=300, deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_as_figures_do_no_harm(data: bytes) -> None:
    assert attempt(GOOD, data)
    assert attempt(GOOD, b"code,Mannen_6\n" + data)
