"""Public pages: queries and bytes, first visit and return; the sitemap."""

from __future__ import annotations

import re
from typing import Any

from tests.bench.inside.measuring import browser, compressed, counted, forget, timed, visit
from tests.bench.sites import never_kept


def cold(address: str) -> dict[str, Any]:
    """The first visitor after a restart; the pictures were made by an earlier one."""
    client = browser()
    visit(client, address)
    forget()
    with counted() as queries:
        response = visit(client, address)
    return {
        "queries": len(queries),
        "bytes": len(response.content),
        "gzip": compressed(response.content),
        "sql": [query["sql"][:200] for query in queries.captured_queries],
    }


def missed(address: str) -> dict[str, Any]:
    """A page that is not kept, made by a process that has been at work for a while."""
    client, unkept = browser(), never_kept(address)
    for _time in range(2):
        visit(client, unkept)
    with counted() as queries:
        visit(client, unkept)
    return {"queries": len(queries)}


def again(address: str) -> dict[str, Any]:
    """Somebody who was here before and asks whether anything changed."""
    client = browser()
    first = visit(client, address)
    marks = {"If-None-Match": first.get("ETag", "")} if first.get("ETag") else {}
    visit(client, address, headers=marks)
    with counted() as queries:
        response = visit(client, address, headers=marks)
    return {
        "status": response.status_code,
        "queries": len(queries),
        "bytes": len(response.content),
        "etag": first.get("ETag", ""),
    }


def sitemap() -> dict[str, Any]:
    """Each part of the sitemap, with nothing warm."""
    client = browser()
    index = visit(client, "/sitemap.xml")
    parts = re.findall(r"<loc>https?://[^/]+(/[^<]+)</loc>", index.content.decode())
    found: dict[str, Any] = {"parts": len(parts), "addresses": 0, "wall_ms": [], "cpu_ms": []}
    chosen = ["/sitemap.xml", *parts[:3], *parts[len(parts) // 2 :][:3], *parts[-3:]]
    for address in dict.fromkeys(chosen):
        visit(client, address)
        forget()
        response, wall, cpu = timed(lambda address=address: visit(client, address))
        found["wall_ms"].append(wall)
        found["cpu_ms"].append(cpu)
        found["addresses"] = max(found["addresses"], response.content.count(b"<loc>"))
    return {**found, "chosen": list(dict.fromkeys(chosen))}


JOBS = {"cold": cold, "missed": missed, "again": again, "sitemap": sitemap}
