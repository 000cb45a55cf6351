"""Lighthouse with its own idea of a slow telephone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.bench.bench import Bench
from tests.bench.rows import AtLeast, AtMost, Row, row
from tests.bench.samples import Run
from tests.bench.sites import clean_env

GROUP = "lighthouse"
TITLE = "Lighthouse, telefoon"
HOW = (
    "De stad van `make run`, de standaard van Lighthouse voor een telefoon, het midden van drie. "
    "Een pagina met zoekresultaten vraagt zelf om niet in zoekmachines te staan: die ene controle "
    "van Lighthouse is daar uit."
)
PAGES = {
    "voorpagina van de stad": "/",
    "voorpagina van een wijk": "/oude-sluis/",
    "nieuws van alle wijken": "/nieuws/",
    "bericht met foto": "",
    "zoeken": "/zoeken/?q=plein",
}
CATEGORIES = {
    "performance": "snelheid",
    "accessibility": "toegankelijkheid",
    "best-practices": "goede gewoonten",
    "seo": "vindbaarheid",
}
AUDITS = {
    "lcp": "largest-contentful-paint",
    "fcp": "first-contentful-paint",
    "cls": "cumulative-layout-shift",
    "tbt": "total-blocking-time",
}
PROJECT = Path(__file__).resolve().parents[1] / "lighthouse"
ROUNDS = 3


def measure(bench: Bench) -> None:
    for program in ("npm", "node", "chromium"):
        if not shutil.which(program):
            bench.run.missing[GROUP] = f"niet gemeten: geen {program}"
            return
    program = _install(bench)
    city = bench.demo()
    server = city.serve(cache=True)
    for _round in range(ROUNDS if bench.sizes.rounds > 1 else 1):
        for name, path in PAGES.items():
            url = f"http://127.0.0.1:{server.port}{path or city.ask('item')['path']}"
            found = _run(program, url)
            bench.run.keep(GROUP, name, **_numbers(found))
            bench.run.about["versions"]["Lighthouse"] = found["lighthouseVersion"]
    city.stop_servers()


def _install(bench: Bench) -> Path:
    """Lighthouse as its lock says, in the room of this run."""
    folder = bench.room / "lighthouse"
    shutil.copytree(PROJECT, folder)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, check=True,
        capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / "node_modules/.bin/lighthouse"


def _run(program: Path, url: str) -> dict[str, Any]:
    command = [
        str(program), url, "--quiet", "--output=json",
        "--chrome-flags=--headless --no-sandbox --disable-gpu",
        *(["--skip-audits=is-crawlable"] if "?q=" in url else []),
    ]  # fmt: skip
    chromium = shutil.which("chromium") or ""
    env = {**clean_env(CHROME_PATH=chromium), "NODE_OPTIONS": os.environ.get("NODE_OPTIONS", "")}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=180, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    if found.get("runtimeError"):
        raise RuntimeError(found["runtimeError"]["message"])
    return found


def _numbers(found: dict[str, Any]) -> dict[str, float]:
    scores = {name: 100 * found["categories"][name]["score"] for name in CATEGORIES}
    return scores | {name: found["audits"][audit]["numericValue"] for name, audit in AUDITS.items()}


def rows(run: Run) -> list[Row]:
    found = []
    for name in PAGES:
        for category, title in CATEGORIES.items():
            found.append(
                row(
                    f"{name}: {title}",
                    lambda n=name, c=category: round(run.median(GROUP, n, c)),
                    AtLeast(100),
                )
            )
    for name in PAGES:
        found.append(
            row(
                f"{name}: grootste beeld tegenover eerste beeld",
                lambda n=name: run.median(GROUP, n, "lcp") / run.median(GROUP, n, "fcp"),
                AtMost(1.2),
                "×",
                lambda n=name: (
                    f"{run.median(GROUP, n, 'fcp'):.0f} → {run.median(GROUP, n, 'lcp'):.0f} ms"
                ),
            )
        )
        found.append(
            row(f"{name}: verschuiven", lambda n=name: run.median(GROUP, n, "cls"), AtMost(0))
        )
        found.append(
            row(
                f"{name}: tijd dat de pagina vastzit",
                lambda n=name: run.median(GROUP, n, "tbt"),
                AtMost(0),
                "ms",
            )
        )
    return found
