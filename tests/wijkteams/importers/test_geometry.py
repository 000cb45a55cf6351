"""Boundaries: what is accepted, mended, warned about and refused."""

from __future__ import annotations

import contextlib
import math
import random
from typing import Any

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import shape

from tests.pace import at_most
from tests.wijkteams.importers.geojson import area, source, square
from wijkteams.importers.dossier import build_dossier
from wijkteams.importers.features import read_gebieden
from wijkteams.importers.geometry import BadGeometryError, as_geojson, read_boundary


def polygon(*points: tuple[Any, Any]) -> dict[str, Any]:
    return {"type": "Polygon", "coordinates": [[list(point) for point in points]]}


def refused(geometry: object) -> str:
    with pytest.raises(BadGeometryError) as caught:
        read_boundary(geometry)
    return str(caught.value)


BOWTIE = polygon((5, 52), (5.01, 52.01), (5.01, 52), (5, 52.01), (5, 52))
RD = polygon((108_000, 447_000), (109_000, 447_000), (109_000, 448_000), (108_000, 447_000))
MERCATOR = polygon((520_000, 6_800_000), (521_000, 6_800_000), (521_000, 6_801_000),
                   (520_000, 6_800_000))  # fmt: skip


@pytest.mark.parametrize(
    ("geometry", "words"),
    [
        (None, "ontbreekt"),
        ("POLYGON((5 52))", "geen GeoJSON"),
        ({}, "moet een vlak zijn"),
        ({"type": "Point", "coordinates": [5, 52]}, "moet een vlak zijn"),
        ({"type": "GeometryCollection", "geometries": []}, "moet een vlak zijn"),
        ({"type": "Polygon"}, "geen punten"),
        ({"type": "Polygon", "coordinates": {}}, "geen punten"),
        ({"type": "Polygon", "coordinates": []}, "geen punten"),
        ({"type": "MultiPolygon", "coordinates": []}, "geen punten"),
        ({"type": "MultiPolygon", "coordinates": [[]]}, "geen punten"),
        ({"type": "Polygon", "coordinates": [[]]}, "minder dan vier"),
        ({"type": "Polygon", "coordinates": [[[5, 52]] * 3]}, "minder dan vier"),
        ({"type": "Polygon", "coordinates": [[5, 52, 5, 52]]}, "geen paar getallen"),
        (polygon((5, 52), (5.1, 52), (5.1, 52.1), (5, 52.1)), "niet gesloten"),
        (polygon(("5", 52), (5.1, 52), (5.1, 52.1), ("5", 52)), "geen paar getallen"),
        (polygon((True, 52), (5.1, 52), (5.1, 52.1), (True, 52)), "geen paar getallen"),
        (polygon((None, None), (5.1, 52), (5.1, 52.1), (None, None)), "geen paar getallen"),
        (polygon((10**22, 52), (5.1, 52), (5.1, 52.1), (10**22, 52)), "buiten Nederland"),
        (polygon((5, -(10**400)), (5.1, 52), (5.1, 52.1), (5, 52)), "buiten Nederland"),
        (polygon((math.nan, 52), (5.1, 52), (5.1, 52.1), (math.nan, 52)), "buiten Nederland"),
        (polygon((math.inf, 52), (5.1, 52), (5.1, 52.1), (math.inf, 52)), "buiten Nederland"),
        (polygon((-68.9, 12.1), (-68.8, 12.1), (-68.8, 12.2), (-68.9, 12.1)), "buiten Nederland"),
        (polygon((52, 5), (52.1, 5), (52.1, 5.1), (52, 5)), "verwisseld"),
        (RD, "Rijksdriehoeksstelsel (RD, EPSG:28992)"),
        (MERCATOR, "Web Mercator"),
        (polygon((5, 52), (5.1, 52), (5.05, 52), (5, 52)), "geen oppervlakte"),
        (polygon((5, 52), (5, 52), (5, 52), (5, 52)), "geen oppervlakte"),
    ],
)
def test_unusable_boundary_is_refused(geometry: object, words: str) -> None:
    assert words in refused(geometry)


def test_good_boundary_is_kept_as_it_is() -> None:
    boundary = read_boundary(square())

    assert (boundary.points, boundary.rings, boundary.repaired) == (5, 1, False)
    assert as_geojson(boundary.shape) == square()


def test_height_is_left_out() -> None:
    flat = polygon((5, 52, 1.5), (5.1, 52, 2), (5.1, 52.1, 3), (5, 52, 1.5))

    assert as_geojson(read_boundary(flat).shape)["coordinates"][0][0] == [5.0, 52.0]


def test_several_parts_stay_several_parts() -> None:
    parts = {"type": "MultiPolygon",
             "coordinates": [square(0)["coordinates"], square(5)["coordinates"]]}  # fmt: skip

    assert as_geojson(read_boundary(parts).shape) == parts


def test_self_crossing_boundary_is_mended_and_told() -> None:
    dossier = build_dossier([source(area("WK999901", "Sluis", BOWTIE))])

    assert dossier.units[0].wijk is not None
    assert shapely.is_valid(shape(dossier.units[0].wijk.boundary))
    assert dossier.warnings == ["De grens kruiste zichzelf en is hersteld: WK999901."]


def test_tiny_buurt_goes_without_boundary_but_a_ward_may_not() -> None:
    flat = polygon((5, 52), (5.1, 52), (5.05, 52), (5, 52))
    reading = read_gebieden(
        [source(area("BU99990101", "Hof", flat), area("WK999901", "Hof", flat))]
    )

    assert reading.gebieden["BU99990101"].boundary is None
    assert [problem.code for problem in reading.problems] == ["WK999901"]


def test_overlapping_wards_are_warned_about() -> None:
    large = area("WK999902", "Haven", square(2, size=0.02))

    beside = build_dossier([source(large, area("WK999904", "Zuid"))])
    over = build_dossier([source(large, area("WK999904", "Zuid", square(3)))])

    assert beside.warnings == []
    assert over.warnings == [
        "Haven (WK999902) en Zuid (WK999904) liggen voor een deel over elkaar."
    ]


def test_tangle_of_crossings_is_refused_in_time() -> None:
    chance = random.Random(5)
    ring = [(5 + chance.random(), 52 + chance.random()) for _ in range(29_000)]
    with at_most(5):
        text = refused(polygon(*ring, ring[0]))

    assert "te vaak" in text


def test_lap_run_many_times_is_refused_in_time() -> None:
    corners = [(5, 52), (5.1, 52), (5.1, 52.1), (5, 52.1)] * 5_000
    with at_most(5):
        text = refused(polygon(*corners, corners[0]))

    assert "te vaak" in text


def test_boundary_with_too_many_points_or_holes_is_refused_at_once() -> None:
    hole = square(size=0.001)["coordinates"][0]
    fine = {"type": "Polygon", "coordinates": [[[5, 52]] * 30_001]}
    full_of_holes = {"type": "Polygon", "coordinates": [*square()["coordinates"], *[hole] * 500]}

    assert "te fijn getekend" in refused(fine)
    assert "te fijn getekend" in refused(full_of_holes)


def test_a_thousand_wards_on_one_spot_are_read_in_time() -> None:
    wards = [area(f"WK{number:04}01", "Sluis", square()) for number in range(1000, 2000)]
    with at_most(10):
        dossier = build_dossier([source(*wards)])

    assert len(dossier.units) == 1000
    assert len(dossier.warnings) == 100


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(kind=st.sampled_from(["Polygon", "MultiPolygon", "Point", 1]), coordinates=ANYTHING)
def test_no_geometry_breaks_the_reader(kind: object, coordinates: object) -> None:
    assert refused({"type": kind, "coordinates": coordinates})


NEAR = st.tuples(st.floats(4.9, 5.1), st.floats(51.9, 52.1)).map(list)


@settings(max_examples=200, deadline=None)
@given(points=st.lists(NEAR, min_size=3, max_size=12))
def test_any_ring_becomes_a_valid_shape_or_a_refusal(points: list[list[float]]) -> None:
    with contextlib.suppress(BadGeometryError):
        boundary = read_boundary(polygon(*map(tuple, points), tuple(points[0])))
        assert shapely.is_valid(shape(as_geojson(boundary.shape)))


def test_self_crossing_boundary_of_several_parts_is_mended_too() -> None:
    parts = [
        BOWTIE["coordinates"],
        polygon((6, 52), (6.1, 52), (6.1, 52.1), (6, 52))["coordinates"],
    ]

    boundary = read_boundary({"type": "MultiPolygon", "coordinates": parts})

    assert boundary.repaired
    assert shapely.is_valid(boundary.shape)
