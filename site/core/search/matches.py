"""The pages whose text holds the words, straight from the index.

Never more than a bounded number of rows is looked at: the newest that hold the words, the newest
that hold them in their title, and those of kinds that people look for by name, such as a ward.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Locale, Page
from wagtail.search.models import IndexEntry

from core.search.registry import findables
from core.search.scopes import Scope
from core.search.terms import Term, for_postgresql, for_sqlite, marked

NEWEST = 500
IN_TITLE = 250
BY_NAME = 100
WALKED = 2_000
# When most of what was found may not be read by everybody, once more with many.
NEWEST_THEN = 4_000


@dataclass(frozen=True)
class Match:
    """A live page that holds the words. Not yet asked: whether everybody may read it."""

    page: int
    entry: int
    path: str
    title: str
    language: str
    translation_key: Any
    published: str
    "The moment, as text that sorts; empty when it never was."


@dataclass(frozen=True)
class _Part:
    """One question to the index: the newest so many with these words."""

    terms: list[Term]
    at_most: int
    column: str = ""
    often: bool = True
    "Whether many rows may hold them all."


def find_matches(
    terms: list[Term], language: str, *, first: Scope | None = None, newest: int = NEWEST
) -> list[Match]:
    """Live pages with all words, in the reader's language and in Dutch; in no order."""
    types = ContentType.objects.get_for_models(*(findable.model for findable in findables()))
    type_ids = sorted(kind.pk for kind in types.values())
    if not terms or not type_ids:
        return []
    parts = list(_parts(terms, first, language, newest))
    sqlite = connection.vendor == "sqlite"
    make = _on_sqlite if sqlite else _on_postgresql
    asked = [make(part, type_ids) for part in parts]
    hits = (f"SELECT id FROM ({sql}) AS part{n}" for n, (sql, _v) in enumerate(asked))  # noqa: S608
    sql = _STATEMENT.format(
        hits=" UNION ".join(hits),
        entry=IndexEntry._meta.db_table,
        page=Page._meta.db_table,
        locale=Locale._meta.db_table,
    )
    params = [value for _sql, values in asked for value in values]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, True, language, settings.LANGUAGE_CODE])
        return [_match(row) for row in cursor.fetchall()]


_STATEMENT = """SELECT p.id, e.id, p.path, p.title, l.language_code, p.translation_key,
    p.first_published_at
FROM ({hits}) AS hit JOIN {entry} e ON e.id = hit.id
JOIN {page} p ON p.id = CAST(e.object_id AS integer)
JOIN {locale} l ON l.id = p.locale_id
WHERE p.live = %s AND l.language_code IN (%s, %s)
"""


def _parts(terms: list[Term], first: Scope | None, language: str, newest: int) -> Iterator[_Part]:
    yield _Part(terms, newest)
    yield _Part(terms, IN_TITLE, "title")
    by_name = [f.accessor for f in findables() if f.by_name]
    if by_name:
        yield _Part([*terms, marked(*by_name)], BY_NAME, often=False)
    if first is not None:
        yield _Part([*terms, marked(first.mark)], newest, often=False)
    if language != settings.LANGUAGE_CODE:
        yield _Part([*terms, marked(language)], newest)


def _on_sqlite(part: _Part, type_ids: list[int]) -> tuple[str, list[Any]]:
    """FTS5 gives rows in the order of their numbers without sorting, and stops when told."""
    entry = IndexEntry._meta.db_table
    fts = f"{entry}_fts"
    marks = ", ".join(["%s"] * len(type_ids))
    sql = (
        f"SELECT {fts}.rowid AS id FROM {fts} CROSS JOIN {entry} e ON e.id = {fts}.rowid "  # noqa: S608
        f"WHERE {fts} MATCH %s AND e.content_type_id IN ({marks}) "
        f"ORDER BY {fts}.rowid DESC LIMIT %s"
    )
    return sql, [for_sqlite(part.terms, part.column), *type_ids, part.at_most]


def _on_postgresql(part: _Part, type_ids: list[int]) -> tuple[str, list[Any]]:
    """First a walk back through the newest rows: a common word is found there often enough. When it
    is not, the index on title and text together, or that on the title.

    PostgreSQL does not choose well by itself: it does not know what it costs to unpack a row. The
    sum in the order keeps it from walking back through the whole table.
    """
    table, vector = IndexEntry._meta.db_table, part.column or "(title || body)"
    holds = f"{vector} @@ %s::tsquery AND content_type_id = ANY(%s)"
    values = [for_postgresql(part.terms), type_ids]
    by_index = "ORDER BY id + 0 DESC LIMIT %s"
    if not part.often:
        return f"SELECT id FROM {table} WHERE {holds} {by_index}", [*values, part.at_most]  # noqa: S608
    sql = (
        f"WITH newest AS (SELECT * FROM {table} ORDER BY id DESC LIMIT %s), "  # noqa: S608
        f"walk AS MATERIALIZED (SELECT id FROM newest WHERE {holds} ORDER BY id DESC LIMIT %s) "
        f"SELECT id FROM walk UNION ALL (SELECT id FROM {table} "
        f"WHERE (SELECT count(*) FROM walk) < %s AND {holds} {by_index})"
    )
    most = part.at_most
    return sql, [WALKED, *values, most, most, *values, most]


def _match(row: tuple[Any, ...]) -> Match:
    page, entry, path, title, language, key, published = row
    return Match(page, entry, path, title, language, key, str(published or ""))
