"""The search of the CMS on PostgreSQL: Wagtail's own, with our words and a rank that costs little.

The index on title and text together comes by a migration; Wagtail asks for both, and has none.
"""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchConfig, SearchQuery
from django.db.models import Case, F, FloatField, Value, When
from django.db.models.functions import Length
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from wagtail.search.query import Phrase, PlainText

from core.search import entries
from core.search.backend import terms_of_query
from core.search.terms import for_postgresql


class Index(PostgresIndex):
    """Writes our entries, and never looks at all the others to do so."""

    def add_items(self, model: Any, objs: Any) -> None:
        entries.write(model, objs)

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: ranking does not use them, and they cost two full scans per saved page."""


class CastQuery(SearchQuery):
    """A tsquery as it is: the words of the index know no language of the database."""

    template = "%(expressions)s::tsquery"

    def __init__(self, text: str) -> None:
        super().__init__(text, search_type="raw")
        self.config = SearchConfig("simple")  # for a vector that is made of a column itself


class Compiler(PostgresSearchQueryCompiler):
    """Words in title and text."""

    def build_tsquery_content(self, query: Any, config: Any = None, invert: bool = False) -> Any:
        if not isinstance(query, (PlainText, Phrase)):
            return super().build_tsquery_content(query, config=config, invert=invert)
        terms = terms_of_query(query, beginnings=self.LAST_TERM_IS_PREFIX)
        found = CastQuery(for_postgresql(terms))
        return ~found if invert else found

    def search(self, config: Any, start: int, stop: int, *args: Any, **kwargs: Any) -> Any:
        plain = isinstance(self.query, (PlainText, Phrase))
        if plain and not terms_of_query(self.query, beginnings=False):
            return self.queryset.none()
        return super().search(config, start, stop, *args, **kwargs)

    def _build_rank_expression(self, vectors: Any, config: Any) -> Any:
        """Titles first; the newest among them goes first because Wagtail adds that."""
        if self.fields is not None or not isinstance(self.query, (PlainText, Phrase)):
            return super()._build_rank_expression(vectors, config)
        in_title = When(
            index_entries__title=self.build_tsquery_content(self.query), then=Value(1.0)
        )
        return Case(in_title, default=Value(0.0), output_field=FloatField())


class AutocompleteCompiler(Compiler, PostgresAutocompleteQueryCompiler):
    """Beginnings of words in what is completed: mostly the title."""

    LAST_TERM_IS_PREFIX = True

    def _build_rank_expression(self, vectors: Any, config: Any) -> Any:
        names = {field.name for field in self.queryset.model._meta.get_fields()}
        length = Length("title") if "title" in names else F("pk")
        return length * Value(-1.0, output_field=FloatField())


class SearchBackend(PostgresSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
