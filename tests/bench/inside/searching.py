"""Search: what the screen asks of the database, beside the barest question that finds the same."""

from __future__ import annotations

import re
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.db import connection

from nieuws.models import NieuwsPage
from tests.bench.inside.measuring import browser, forget, visit

ROUNDS = 5
Statement = tuple[str, Any]


def search(word: str) -> dict[str, Any]:
    """Queries, writes and the database's ms of /zoeken/?q=…, the rows fetched too."""
    client, address = browser(), f"/zoeken/?q={quote(word)}"
    visit(client, address)
    forget()
    asked: list[Statement] = []

    def listen(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    start = time.perf_counter()
    with connection.execute_wrapper(listen):
        response = visit(client, address)
    wall = (time.perf_counter() - start) * 1000
    reads = [(sql, params) for sql, params in asked if sql.lstrip("( ").upper()[:4] in READS]
    return {
        "queries": len(asked),
        "writes": len(asked) - len(reads),
        "db_ms": _median_ms(lambda: [_fetch(*statement) for statement in reads]),
        "wall_ms": wall,
        "found": _found(response.content.decode()),
    }


READS = {"SELE", "WITH"}


def _fetch(sql: str, params: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        cursor.fetchall()


def _found(html: str) -> int:
    """How many pages of wards stand in the list; the builder calls a ward wijk-1."""
    main = html.partition("<main")[2].partition("</main>")[0]
    return len(set(re.findall(r'href="(/wijk-[^"?#]+/)"', main)))


def _median_ms(call: Callable[[], Any]) -> float:
    spent = []
    for _round in range(ROUNDS):
        start = time.perf_counter()
        call()
        spent.append((time.perf_counter() - start) * 1000)
    return statistics.median(spent)


def bare_index() -> dict[str, Any]:
    """An index with nothing but the words, made for comparison only."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_file())) as bare:
            bare.execute(
                "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, body, "
                "tokenize='unicode61 remove_diacritics 2')"
            )
            bare.executemany("INSERT INTO words(rowid, title, body) VALUES (?, ?, ?)", _texts())
            bare.commit()
        return {}
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_words (id bigint PRIMARY KEY, words tsvector)")
        cursor.executemany(
            "INSERT INTO bench_words VALUES (%s, setweight(to_tsvector('dutch', %s), 'A') "
            "|| to_tsvector('dutch', %s))",
            _texts(),
        )
        cursor.execute("CREATE INDEX bench_words_gin ON bench_words USING gin (words)")
        cursor.execute("ANALYZE bench_words")
    return {}


def _file() -> Path:
    return Path(settings.VAR_DIR) / "bare.sqlite3"


def _texts() -> list[tuple[int, str, str]]:
    rows = NieuwsPage.objects.values_list("pk", "title", "summary", "body")
    return [
        (pk, title, f"{summary} {re.sub('<[^>]+>', ' ', str(body.raw_data[0]['value']['text']))}")
        for pk, title, summary, body in rows.iterator(chunk_size=2000)
    ]


def bare(word: str) -> dict[str, Any]:
    """The twenty best of the pages with this word. PostgreSQL ranks the newest 500 of them."""
    if connection.vendor == "sqlite":
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
        with closing(sqlite3.connect(_file())) as found:
            found.execute(sql, [f"{word}*"]).fetchall()
            return {"db_ms": _median_ms(lambda: found.execute(sql, [f"{word}*"]).fetchall())}
    sql = (
        "SELECT id FROM (SELECT id, words FROM bench_words WHERE words @@ to_tsquery('dutch', %s) "
        "ORDER BY id DESC LIMIT 500) AS newest "
        "ORDER BY ts_rank(words, to_tsquery('dutch', %s)) DESC LIMIT 20"
    )
    words = [f"{word}:*"] * 2
    _fetch(sql, words)
    return {"db_ms": _median_ms(lambda: _fetch(sql, words))}


JOBS = {"search": search, "bare_index": bare_index, "bare": bare}
