"""The pages whose text holds the words, best first, straight from the index.

Wagtail's own search ranks on SQLite with a query inside the query, and fails on a quotation mark.
Here the index is asked first and once, and never for more than a bounded number of rows.
"""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F, FloatField, Func, IntegerField, Q
from django.db.models.lookups import Exact, GreaterThan
from wagtail.search.models import IndexEntry

from core.search.registry import findables
from core.search.words import SHORTEST_BEGINNING, stem

LOOKED_AT = 4000  # rows with a very common word are not all weighed
CANDIDATES = 1000


def best_matches(found_words: list[str]) -> list[int]:
    """Numbers of the pages that hold all words, best first. Not yet asked: who may read them."""
    types = ContentType.objects.get_for_models(*(findable.model for findable in findables()))
    type_ids = [content_type.pk for content_type in types.values()]
    if not found_words or not type_ids:
        return []
    find = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    return [int(pk) for pk in find(found_words, type_ids)]


def _on_sqlite(found_words: list[str], type_ids: list[int]) -> list[str]:
    """FTS5: each word as a beginning; the title weighs ten times the text."""
    from modelsearch.backends.database.sqlite.query import (
        Lexeme,
        MatchExpression,
        SearchQueryExpression,
    )
    from wagtail.search.models import SQLiteFTSIndexEntry

    terms = [Lexeme(stem(word), prefix=len(word) >= SHORTEST_BEGINNING) for word in found_words]
    query = terms[0]
    for term in terms[1:]:
        query &= term
    table = SQLiteFTSIndexEntry._meta.db_table
    # In the order of its columns: for completing words, text, title.
    weight = Func(template=f"bm25({table}, 0, 1, 10)", output_field=FloatField())
    match = MatchExpression(["title", "body"], SearchQueryExpression(query))
    # The newest rows of the index first: FTS5 reads them backwards without sorting.
    weighed = (
        SQLiteFTSIndexEntry.objects.filter(match, index_entry__content_type__in=type_ids)
        .annotate(weight=weight)
        .order_by("-pk")
        .values_list("weight", "pk", "index_entry__object_id")[:LOOKED_AT]
    )
    return [page for _weight, _pk, page in sorted(weighed)[:CANDIDATES]]


def _on_postgresql(found_words: list[str], type_ids: list[int]) -> list[str]:
    """Dutch stems, each word as a beginning, by the indexes of title and of text.

    A word that Dutch search leaves out ('de', 'van') makes an empty query: it holds anywhere, but
    a search for such words alone finds nothing.
    """
    from django.contrib.postgres.search import SearchQuery, SearchRank

    terms = [f"{word}:*" if len(word) >= SHORTEST_BEGINNING else word for word in found_words]
    query = SearchQuery(" & ".join(terms), search_type="raw", config="dutch")
    matching = IndexEntry.objects.filter(GreaterThan(_size(query), 0), content_type__in=type_ids)
    for term in terms:
        one = SearchQuery(term, search_type="raw", config="dutch")
        matching = matching.filter(Q(title=one) | Q(body=one) | Q(Exact(_size(one), 0)))
    rank = SearchRank(F("title"), query) * 10 + SearchRank(F("body"), query)
    return list(
        IndexEntry.objects.filter(pk__in=matching.values("pk")[:LOOKED_AT])
        .annotate(rank=rank)
        .order_by("-rank", "-pk")
        .values_list("object_id", flat=True)[:CANDIDATES]
    )


def _size(query: Any) -> Func:
    """How many parts a query has; PostgreSQL works that out once, before it looks at rows."""
    return Func(query, function="numnode", output_field=IntegerField())
