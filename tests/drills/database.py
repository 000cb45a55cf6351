"""Looking in the database with our own eyes: no Django, no code of the site."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

import psycopg

# Made anew by every database for itself, or counted by the passing of time.
OWN_INDEX = ("wagtailsearch_", "modelsearch_", "sqlite_")


def rows(url: str, sql: str) -> list[tuple[Any, ...]]:
    """What a query gives."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"), timeout=30)) as connection:
            return connection.execute(sql).fetchall()
    with psycopg.connect(url, autocommit=True) as server:
        return server.execute(sql).fetchall()  # type: ignore[arg-type]


def tables(url: str) -> list[str]:
    """All tables that hold something of the city."""
    if url.startswith("sqlite"):
        found = rows(url, "SELECT name FROM sqlite_master WHERE type = 'table'")
    else:
        found = rows(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return sorted(name for (name,) in found if not name.startswith(OWN_INDEX))


def dump(url: str) -> dict[str, list[str]]:
    """Every row of every table as sorted text, comparable between databases of one kind."""
    found: dict[str, list[str]] = {}
    for table in tables(url):
        lines = rows(url, f"SELECT * FROM {table}")  # noqa: S608
        found[table] = sorted(json.dumps(row, default=str, sort_keys=True) for row in lines)
    return found


def differences(one: dict[str, list[str]], other: dict[str, list[str]]) -> dict[str, int]:
    """By table, how many rows stand in one and not in the other."""
    found: dict[str, int] = {}
    for table in one.keys() | other.keys():
        here, there = set(one.get(table, [])), set(other.get(table, []))
        if here != there:
            found[table] = len(here ^ there)
    return found
