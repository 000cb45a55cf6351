"""The search backend of Wagtail's screens, on both databases (WAGTAILSEARCH_BACKENDS)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.models.functions import Length

from core.search.terms import Term, terms_of
from core.search.words import words


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name that Wagtail looks for
    """The one for the database of this site."""
    if connection.vendor == "sqlite":
        from core.search.sqlite_backend import SearchBackend as Backend
    else:
        from core.search.postgresql_backend import SearchBackend as Backend
    return Backend(params)


def terms_of_query(query: Any, *, beginnings: bool) -> list[Term]:
    """What is looked for; who completes a title types beginnings, be they ever so short."""
    found = words(query.query_string)
    if beginnings:
        return [Term(word, word, frozenset()) for word in found]
    return terms_of(found, settings.LANGUAGE_CODE)


def shortest_first(found: Any) -> Any:
    """The shortest title says most about the words that were typed."""
    try:
        found.model._meta.get_field("title")
    except FieldDoesNotExist:
        return found.order_by("-pk")
    return found.order_by(Length("title"), "-pk")
