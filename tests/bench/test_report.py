"""The report says what was measured, hides no miss, and is not made without its references."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.bench import nginx, report
from tests.bench.__main__ import together
from tests.bench.bench import Bench, RefusedError, Sizes
from tests.bench.groups import GROUPS, warm
from tests.bench.samples import NoReferenceError, Run, read

PAGES = ("hub", "ward", "item")


def measured(share: float = 90.0, without: str = "") -> Run:
    """A run of the warm pages, in which the site behind nginx is so fast."""
    run = Run(about={"began": "2026-11-22T09:00:00+00:00", "tool": "wrk", "minutes": 20,
                     "commit": "abc1234", "machine": {"machine": "2 kernen", "system": "Linux",
                     "Django": "5.2"}, "versions": {"sqlite": "3.40.1"}})  # fmt: skip
    rates = {"nginx": 10_000, "site achter nginx": share * 100, "Django": 4000, "site": 2000}
    for where in ("c=1", "c=16"):
        for page in PAGES:
            for server, rate in rates.items():
                if server != without:
                    run.keep("warm", f"{server}: {page}", where, rps=rate, cpu_ms=1000 / rate,
                             p50=1.0, p99=2.0)  # fmt: skip
        run.keep("warm", "304 van de site", where, rps=9.0, cpu_ms=0.1, p50=1.0, p99=2.0)
        run.keep("warm", "304 achter nginx", where, rps=9.0, cpu_ms=0.1, p50=1.0, p99=2.0)
    return run


def test_each_target_stands_beside_its_value() -> None:
    text = report.render(measured(90), ["warm"])

    assert (
        "| voorpagina van een wijk, achter nginx: deel van een gewoon bestand | ≥ 85 % | 90 % |"
        in text
    )
    assert "**6 van 6 doelen gehaald.**" in text
    assert "## Gemist" not in text
    assert "22-11-2026" in text
    assert "abc1234" in text
    assert "2 kernen, Linux. Django 5.2, SQLite 3.40.1." in text


def test_miss_stands_on_top_too() -> None:
    text = report.render(measured(50), ["warm"])

    top = text.partition("## Gemist")[2].partition("\n## ")[0]
    assert top.count("**gemist**") == 3
    assert "**3 van 6 doelen gehaald.**" in text


@pytest.mark.parametrize("reference", ["nginx", "Django"])
def test_no_report_without_its_reference(reference: str) -> None:
    with pytest.raises(NoReferenceError):
        report.render(measured(without=reference), ["warm"])


def test_what_we_could_not_measure_of_ourselves_is_a_miss() -> None:
    run = measured(without="site achter nginx")
    run.missing["warm"] = "ging mis: geen antwoord"

    text = report.render(run, ["warm"])

    assert text.count("**niet gemeten** | ging mis: geen antwoord") == 6  # in its table and on top


def test_group_that_broke_leaves_rows_that_missed() -> None:
    run = Run(about=measured().about, missing={"search": "ging mis: geen tabel", "cms": "weg"})
    for vendor in ("sqlite", "postgresql"):
        run.keep("search", "kaal: gewoon", vendor, db_ms=1.0)

    text = report.render(run, ["search"])

    assert "ging mis: geen tabel" in text
    assert "0 van 16 doelen gehaald" in text


def test_what_people_wrote_stays(tmp_path: Path) -> None:
    document = tmp_path / "prestaties.md"
    document.write_text(report.render(measured(), ["warm"]) + "De bus was te laat.\n")

    text = report.render(measured(50), ["warm"], report.own_words(document))

    assert text.endswith("## Toelichting\nNog niets.\nDe bus was te laat.\n")


def test_kept_samples_give_the_same_report(tmp_path: Path) -> None:
    run = measured(87.5)
    run.write(tmp_path / "run.json")

    again = read(tmp_path / "run.json")

    assert report.render(again, ["warm"]) == report.render(run, ["warm"])


def test_group_that_was_measured_again_replaces_the_older() -> None:
    run = together([measured(50), measured(90)])

    assert "**6 van 6 doelen gehaald.**" in report.render(run, ["warm"])


def test_debug_is_refused() -> None:
    def ask(_job: str) -> dict[str, Any]:
        return {"debug": True, "vendor": "sqlite", "server": "3"}

    with pytest.raises(RefusedError, match="DEBUG"):
        Bench()._look_at(SimpleNamespace(ask=ask))  # type: ignore[arg-type]


def test_without_nginx_it_stops_before_anything_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nginx, "PROGRAM", "")

    with pytest.raises(RefusedError, match="nginx"):
        warm.measure(Bench(Sizes()))


def test_every_group_tells_how_it_measures() -> None:
    assert all(group.title and group.how for group in GROUPS.values())
