"""What the index holds of something: its words, their stems, and marks of its kind.

On SQLite the text stands there with what is added behind a separator; on PostgreSQL the words
stand in vectors, and the text beside them. Both hold the same words: one set of rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Manager
from wagtail.models import Locale, TranslatableMixin
from wagtail.search import index
from wagtail.search.models import IndexEntry

from core.search.stems import stems
from core.search.terms import mark
from core.search.words import LONGEST_WORD, WORD, words_of

VERSION = -2.0
"""Stands in the column title_norm, of which this search has no use: rows with another value were
written by an older version, and are written anew (core.search.renewal)."""
ADDED = "\n\x1f "
"What follows in a column was added, and is no text of the page."
_COLUMNS = ("content_type_id", "object_id", "title", "autocomplete", "body", "title_norm")
_TEXT_COLUMNS = ("title_text", "body_text")


@dataclass(frozen=True)
class Texts:
    """The texts of something that can be found."""

    title: str
    body: str
    autocomplete: str


def write(model: Any, found: Iterable[Any]) -> None:
    """Put these in the index, or renew them. A row that would stay the same is not touched."""
    if not model.get_search_fields():
        return
    kind, found = ContentType.objects.get_for_model(model).pk, list(found)
    _read_locales(found)
    rows = [_row(kind, each) for each in found]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_statement(), rows)


def _read_locales(found: list[Any]) -> None:
    """The languages of all of them at once, as far as they were not read along."""
    unread = [
        each
        for each in found
        if isinstance(each, TranslatableMixin) and "locale" not in each._state.fields_cache
    ]
    locales = Locale.objects.in_bulk({each.locale_id for each in unread}) if unread else {}
    for each in unread:
        each.locale = locales[each.locale_id]


def texts_of(found: Any) -> Texts:
    """What its search fields hold, without signs that a database refuses."""
    title: list[str] = []
    body: list[str] = []
    autocomplete: list[str] = []
    for field, value in _values(found, found.get_search_fields()):
        text = _as_text(value).replace("\x00", " ").replace("\x1f", " ").strip()
        if isinstance(field, index.AutocompleteField):
            autocomplete.append(text)
        else:
            (title if field.field_name == "title" else body).append(text)
    return Texts(*("\n".join(filter(None, part)) for part in (title, body, autocomplete)))


def text_column() -> str:
    """The column from which an excerpt can be cut."""
    return "body" if connection.vendor == "sqlite" else "body_text"


def marks_of(found: Any) -> list[str]:
    """What the index tells of its kind and language, and what else its own type marks."""
    kinds = [found._meta.model_name, *getattr(found, "search_marks", ())]
    locale = getattr(found, "locale", None)
    return [mark(kind) for kind in (*kinds, *([locale.language_code] if locale else []))]


def language_of(found: Any) -> str:
    """The language of its words."""
    locale = getattr(found, "locale", None)
    return locale.language_code if locale else settings.LANGUAGE_CODE


def _row(kind: int, found: Any) -> list[Any]:
    texts, language = texts_of(found), language_of(found)
    title = _all_words(texts.title, language)
    body = _all_words(texts.body, language) | set(marks_of(found))
    autocomplete = _all_words(texts.autocomplete, "")
    if connection.vendor == "sqlite":
        return [
            kind,
            str(found.pk),
            _with_added(texts.title, title),
            _with_added(texts.autocomplete, autocomplete),
            _with_added(texts.body, body),
            VERSION,
        ]
    vectors = [sorted(words) for words in (title, autocomplete, body)]
    return [kind, str(found.pk), *vectors, VERSION, texts.title, texts.body]


def _all_words(text: str, language: str) -> set[str]:
    words = {word for word in words_of(text) if len(word) <= LONGEST_WORD}
    return words.union(*(stems(word, language) for word in words))


def _with_added(text: str, words: set[str]) -> str:
    """The text, and those of the words that the database would not find in it."""
    more = words.difference(WORD.findall(text.lower()))
    return f"{text}{ADDED}{' '.join(sorted(more))}" if more else text


def _statement() -> str:
    quote = connection.ops.quote_name
    sqlite = connection.vendor == "sqlite"
    columns = _COLUMNS if sqlite else (*_COLUMNS, *_TEXT_COLUMNS)
    vector = "%s" if sqlite else "array_to_tsvector(%s::text[])"
    marks = [vector if c in {"title", "autocomplete", "body"} else "%s" for c in columns]
    table = quote(IndexEntry._meta.db_table)
    new = [c for c in columns if c not in {"content_type_id", "object_id"}]
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(marks)}) "  # noqa: S608
        "ON CONFLICT (content_type_id, object_id) DO UPDATE SET "
        f"{', '.join(f'{c} = excluded.{c}' for c in new)} "
        f"WHERE {' OR '.join(f'{table}.{c} IS DISTINCT FROM excluded.{c}' for c in new)}"
    ).replace("IS DISTINCT FROM", "IS NOT" if sqlite else "IS DISTINCT FROM")


def _values(found: Any, fields: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    for field in fields:
        if isinstance(field, (index.SearchField, index.AutocompleteField)):
            yield field, field.get_value(found)
        elif isinstance(field, index.RelatedFields):
            for related in _related(field.get_value(found)):
                yield from _values(related, field.fields)


def _related(value: Any) -> Iterable[Any]:
    if isinstance(value, Manager):
        return value.all()
    value = value() if callable(value) else value
    return [] if value is None else [value]


def _as_text(value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return "\n".join(_as_text(item) for item in value)
    return "" if value is None else str(value)
