"""The figures of the bench are what they say they are."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.bench.client import percentile
from tests.bench.machine import cpu_seconds, memory, parent, tree
from tests.bench.rows import AtLeast, AtMost, Row, number, row
from tests.bench.samples import NoReferenceError, NotMeasuredError, Run

BURN = "import time\nwhile time.process_time() < 0.3: pass\n"
CHILD_THAT_BURNS = f"""
import subprocess, sys
subprocess.run([sys.executable, "-c", {BURN!r}])
print("done", flush=True)
sys.stdin.read()
"""


def run_with(**values: list[float]) -> Run:
    run = Run()
    for what, numbers in values.items():
        for value in numbers:
            run.keep("warm", what, "c=1", cpu_ms=value)
    return run


def test_ratio_is_that_of_the_middle_values() -> None:
    run = run_with(ours=[9.0, 1.0, 2.0], reference=[4.0, 100.0, 3.0])

    assert run.ratio("warm", "ours", "reference", "cpu_ms", "c=1") == 0.5


def test_ratio_without_its_reference_is_refused() -> None:
    with pytest.raises(NoReferenceError):
        run_with(ours=[1.0]).ratio("warm", "ours", "reference", "cpu_ms", "c=1")


def test_reference_that_took_nothing_is_none() -> None:
    with pytest.raises(NoReferenceError):
        run_with(ours=[1.0], reference=[0.0]).ratio("warm", "ours", "reference", "cpu_ms", "c=1")


def test_figure_of_another_place_does_not_count() -> None:
    with pytest.raises(NotMeasuredError):
        run_with(ours=[1.0]).median("warm", "ours", "cpu_ms", "c=16")


def test_target_that_answered_wrong_has_no_figures_left_and_says_why() -> None:
    run = run_with(ours=[1.0])
    run.drop("warm", "ours", "answered 500")

    with pytest.raises(NotMeasuredError, match="answered 500"):
        run.median("warm", "ours", "cpu_ms", "c=1")


def test_processor_time_of_a_child_that_ended_is_counted() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD_THAT_BURNS],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert child.stdin
    assert child.stdout
    child.stdout.readline()

    spent = cpu_seconds(child.pid)

    assert parent(child.pid) == os.getpid()
    assert tree(child.pid) == [child.pid]  # whoever burnt it is gone
    assert 0.28 <= spent < 3
    assert 0 < memory(child.pid)["pss"] <= memory(child.pid)["rss"]
    child.stdin.close()
    child.wait()


def test_percentile_is_a_value_that_was_seen() -> None:
    assert percentile([5.0, 1.0, 3.0, 2.0, 4.0], 0.5) == 3.0
    assert percentile([5.0, 1.0], 0.99) == 5.0
    assert percentile([], 0.99) == 0.0


@pytest.mark.parametrize(
    ("value", "target", "verdict"),
    [
        (2.0, AtMost(2), "gehaald"),
        (2.01, AtMost(2), "**gemist**"),
        (85.0, AtLeast(85), "gehaald"),
        (84.9, AtLeast(85), "**gemist**"),
        (None, AtMost(2), "**niet gemeten**"),
        (3.0, None, ""),
    ],
)
def test_verdict(value: float | None, target: AtMost | AtLeast | None, verdict: str) -> None:
    assert Row("iets", value, target=target).verdict == verdict


def test_what_cannot_be_measured_is_a_row_that_says_why() -> None:
    def lacking() -> float:
        raise NotMeasuredError("geen chromium")

    found = row("iets", lacking, AtMost(1))

    assert (found.value, found.note) == (None, "geen chromium")


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [(0.447, "ms", "0,45 ms"), (12.34, "", "12,3"), (1234.5, "", "1.234"), (1.5, "×", "1,50×"),
     (8, "", "8"), (None, "ms", "–")],
)  # fmt: skip
def test_numbers_are_written_as_people_do(value: float | None, unit: str, text: str) -> None:
    assert number(value, unit) == text
