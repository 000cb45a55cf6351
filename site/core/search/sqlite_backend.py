"""The search of the CMS on SQLite: Wagtail's own, but for what grows with the square of the hits.

Wagtail ranks with a question inside the question, for each hit anew: 88 seconds at 10,000 pages.
Here the index is asked once; what has the words in its title goes first, then the newest.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Case, IntegerField, Value, When
from django.db.models.expressions import RawSQL
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import IndexEntry, SQLiteFTSIndexEntry
from wagtail.search.query import Phrase, PlainText

from core.search import entries
from core.search.backend import shortest_first, terms_of_query
from core.search.terms import Term, for_sqlite


class Index(SQLiteIndex):
    """Writes our entries, and never looks at all the others to do so."""

    def add_items(self, model: Any, objs: Any) -> None:
        entries.write(model, objs)

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: ranking does not use them, and they cost two full scans per saved page."""


def holding(terms: list[Term], column: str, types: list[int]) -> RawSQL:
    """The numbers of what holds the words in this column (empty: anywhere)."""
    fts, entry = SQLiteFTSIndexEntry._meta.db_table, IndexEntry._meta.db_table
    marks = ", ".join(["%s"] * len(types))
    return RawSQL(  # noqa: S611 - names of tables, and marks for the values
        f"SELECT CAST(e.object_id AS integer) FROM {fts} CROSS JOIN {entry} e "  # noqa: S608
        f"ON e.id = {fts}.rowid WHERE {fts} MATCH %s AND e.content_type_id IN ({marks})",
        [for_sqlite(terms, column), *types],
    )


class Compiler(SQLiteSearchQueryCompiler):
    """Words in title and text."""

    column = ""

    def search(self, config: Any, start: int, stop: int, score_field: str | None = None) -> Any:
        if not isinstance(self.query, (PlainText, Phrase)):
            return super().search(config, start, stop, score_field)
        terms = terms_of_query(self.query, beginnings=self.LAST_TERM_IS_PREFIX)
        if not terms:
            return self.queryset.none()
        types = get_descendants_content_types_pks(self.queryset.model)
        found = self.queryset.filter(pk__in=holding(terms, self.column, types))
        if self.order_by_relevance:
            found = self.ranked(found, terms, types)
        elif not found.query.order_by:
            found = found.order_by("-pk")
        if score_field is not None:
            found = found.annotate(**{score_field: Value(1.0)})
        return found[start:stop]

    def ranked(self, found: Any, terms: list[Term], types: list[int]) -> Any:
        """Titles first, then the newest."""
        in_title = When(pk__in=holding(terms, "title", types), then=Value(0))
        place = Case(in_title, default=Value(1), output_field=IntegerField())
        return found.order_by(place, "-pk")


class AutocompleteCompiler(Compiler, SQLiteAutocompleteQueryCompiler):
    """Beginnings of words in what is completed: mostly the title."""

    LAST_TERM_IS_PREFIX = True
    column = "autocomplete"

    def ranked(self, found: Any, terms: list[Term], types: list[int]) -> Any:
        return shortest_first(found)


class SearchBackend(SQLiteSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
