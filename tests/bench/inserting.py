"""What sending is compared with: as many clients, each storing one row of as many bytes at a time.

No site in between: only what the database and the disk take, with the same promise that what was
stored stays. Nothing that sends an answer can be quicker.
"""

from __future__ import annotations

import multiprocessing
import secrets
import sqlite3
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import psycopg

from tests.bench.residents import CLIENTS

if TYPE_CHECKING:
    from tests.bench.sites import City

Insert = Callable[[bytes], None]
PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
"As in config.settings.base."


def crowd(city: City, size: int, each: int) -> dict[str, Any]:
    """All clients at once, each so many rows of `size` bytes; how long each took (ms)."""
    connect = _sqlite if city.database.vendor == "sqlite" else _postgresql
    connect(city.url, make=True)
    fork = multiprocessing.get_context("fork")
    start, told = fork.Barrier(CLIENTS), fork.Queue()
    people = [
        fork.Process(target=_one, args=(connect, city.url, size, each, start, told))
        for _number in range(CLIENTS)
    ]
    for one in people:
        one.start()
    found = [told.get(timeout=600) for _one in people]
    for one in people:
        one.join()
    return {"spent": [spent for times in found for spent in times]}


def _one(connect: Any, url: str, size: int, each: int, start: Any, told: Any) -> None:
    insert, spent = connect(url), []
    start.wait()
    for _turn in range(each):
        content, begin = secrets.token_bytes(size), time.perf_counter()
        insert(content)
        spent.append((time.perf_counter() - begin) * 1000)
    told.put(spent)


def _sqlite(url: str, *, make: bool = False) -> Insert:
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), timeout=60, isolation_level=None)
    connection.executescript(PRAGMAS)
    if make:
        connection.execute("CREATE TABLE IF NOT EXISTS bench_row (content BLOB)")

    def insert(content: bytes) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO bench_row VALUES (?)", (content,))
        connection.execute("COMMIT")

    return insert


def _postgresql(url: str, *, make: bool = False) -> Insert:
    connection = psycopg.connect(url, autocommit=True)
    if make:
        connection.execute("CREATE TABLE IF NOT EXISTS bench_row (content bytea)")

    def insert(content: bytes) -> None:
        connection.execute("INSERT INTO bench_row VALUES (%s)", (content,))

    return insert
