"""Surveys: what a page of sixty questions asks, and what a hundred thousand answers take."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path
from typing import Any

from accounts.models import User
from enquetes.models import Enquete, EnquetePage, Inzending, Uitvoer, Zichtbaar
from enquetes.uitslag.counting import recount
from enquetes.uitslag.publishing import publish
from enquetes.uitslag.renewing import renew
from enquetes.uitvoer.making import write
from enquetes.upgrade import ENQUETES
from tests.bench.inside.building import EDITOR, ordinary_ward
from tests.bench.inside.measuring import browser, counted, forget, timed, visit
from tests.builders.surveys import build_survey

FOLLOW_UP = [("text", {"text": "<p>We gaan ermee aan de slag.</p>"})]
LONG, FULL = "Zestig vragen", "Heel veel antwoorden"


def build(questions: int, answers: int) -> dict[str, Any]:
    """One survey to fill in, one that is full; how long the answers took."""
    wijk = ordinary_ward()
    ENQUETES.add_where_missing()  # a built city has only what its own groups look at
    open_one = build_survey(wijk, questions=60, title=LONG)
    full = build_survey(wijk, questions=questions, answers=answers, title=FULL, vervolg=FOLLOW_UP)
    return {"code": open_one.enquete.code, "seconds": full.seconds}


def page() -> dict[str, Any]:
    """The page of sixty questions, as the first visitor after a restart gets it."""
    return _cold(EnquetePage.objects.get(title=LONG))


def results() -> dict[str, Any]:
    """The page with the results of all answers, cold."""
    return _cold(EnquetePage.objects.get(title=FULL))


def _cold(page: EnquetePage) -> dict[str, Any]:
    client, address = browser(), page.get_url()
    visit(client, address)
    forget()
    with counted() as queries:
        response, wall, cpu = timed(lambda: visit(client, address))
    size = len(response.content)
    return {"queries": len(queries), "wall_ms": wall, "cpu_ms": cpu, "bytes": size}


def count() -> dict[str, Any]:
    """Count all anew, make the figures that may be seen, and make them known."""
    enquete = Enquete.objects.get(title=FULL)
    found = measured(lambda: recount(enquete))
    _nothing, wall, _cpu = timed(lambda: renew(enquete))
    vragen = [
        one["id"]
        for one in enquete.uitslag.__class__.objects.get(enquete=enquete).cijfers["vragen"]
    ]
    if enquete.zichtbaar != Zichtbaar.NOOIT:
        publish(enquete, vragen)
    return {**found, "figures_ms": wall, "published": len(vragen)}


def export(soort: str) -> dict[str, Any]:
    """All answers as a file."""
    enquete = Enquete.objects.get(title=FULL)
    by = User.objects.get(email=EDITOR)
    row = Uitvoer.objects.create(enquete=enquete, wijk=enquete.wijk, soort=soort, made_by=by)
    with tempfile.TemporaryFile() as file:
        found = measured(lambda: write(row, file))
        return {**found, "bytes": file.seek(0, 2)}


def posted() -> dict[str, Any]:
    """How many answers to the sixty questions are in, and the bytes of one that waits."""
    enquete = Enquete.objects.get(title=LONG)
    laid = Inzending.objects.filter(enquete=enquete).count()
    waiting = enquete.enveloppen.first()
    size = len(bytes(waiting.inhoud)) if waiting else 0
    return {"answers": laid + enquete.enveloppen.count(), "size": size}


def measured(call: Any) -> dict[str, Any]:
    """Time, and by how much memory grew at most (MB)."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = _memory("VmRSS")
    _found, wall, cpu = timed(call)
    return {"wall_ms": wall, "cpu_ms": cpu, "grew": _memory("VmHWM") - before}


def _memory(name: str) -> float:
    lines = Path("/proc/self/status").read_text().splitlines()
    return float(next(line for line in lines if line.startswith(name)).split()[1]) / 1024


JOBS = {
    "survey_build": build,
    "survey_page": page,
    "survey_results": results,
    "survey_count": count,
    "survey_export": export,
    "survey_posted": posted,
}
