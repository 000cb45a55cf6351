"""Agendas: building them, and what their pages and calendars take when nothing is warm."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from tests.bench.inside.building import ordinary_ward
from tests.bench.inside.measuring import browser, counted, forget, timed, visit
from tests.builders.agenda import build_agendas


def agendas(each: int) -> dict[str, Any]:
    """Give every ward an agenda; half of its activities are every week."""
    built = build_agendas(each=each)
    return {
        "activities": built.activities,
        "times": built.times,
        "seconds": built.seconds,
        "rows_seconds": built.rows_seconds,
    }


def agenda_places() -> dict[str, str]:
    """The addresses that are measured."""
    ward, month = ordinary_ward().slug, f"{timezone.localdate():%Y-%m}"
    return {
        "list of the city": "/agenda/",
        "month of the city": f"/agenda/?maand={month}",
        "list of a ward": f"/{ward}/agenda/",
        "month of a ward": f"/{ward}/agenda/?maand={month}",
        "activity": f"/{ward}/agenda/activiteit-1/",
        "calendar of a ward": f"/{ward}/agenda/agenda.ics",
    }


def agenda_cold(address: str) -> dict[str, Any]:
    """The first visitor after a restart: queries, time, and what the answer weighs."""
    client = browser()
    visit(client, address)
    forget()
    with counted() as queries:
        response, wall, cpu = timed(lambda: visit(client, address))
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return {"queries": len(queries), "wall_ms": wall, "cpu_ms": cpu, "bytes": len(body)}


def agenda_again(address: str) -> dict[str, Any]:
    """Who sends back the mark of the visit before: nothing changed."""
    client = browser()
    first = visit(client, address)
    marks = {"If-None-Match": first.get("ETag", "")} if first.get("ETag") else {}
    response, wall, _cpu = timed(lambda: visit(client, address, headers=marks))
    return {"status": response.status_code, "wall_ms": wall}


JOBS = {
    "agendas": agendas,
    "agenda_places": agenda_places,
    "agenda_cold": agenda_cold,
    "agenda_again": agenda_again,
}
