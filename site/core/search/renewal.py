"""Keeping the index whole: entries of an older version, entries that miss, entries too many.

A new version of the site may write other words than the last one. The old entries stay where they
are until they are renewed, so people can go on searching; each step is small, so that nobody waits
for the database.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from wagtail.models import Page
from wagtail.search.index import get_indexed_models
from wagtail.search.models import IndexEntry

from core.search import entries

STEP = 200
TO_BE_RENEWED = 0.0
"A version that never was."


def renew_some() -> int:
    """Write the next entries of an older version anew; give their number, 0 when there are none."""
    old = list(
        IndexEntry.objects.exclude(title_norm=entries.VERSION)
        .order_by("-pk")
        .values_list("pk", "content_type_id", "object_id")[:STEP]
    )
    by_kind: dict[int, list[str]] = defaultdict(list)
    for _pk, kind, number in old:
        by_kind[kind].append(number)
    with transaction.atomic():
        for kind, numbers in by_kind.items():
            _write_anew(kind, numbers)
        # What is still old has nothing to be made from.
        IndexEntry.objects.filter(pk__in=[pk for pk, _kind, _number in old]).exclude(
            title_norm=entries.VERSION
        ).delete()
    return len(old)


def add_some_missing() -> int:
    """Write entries of pages that have none, for instance because they came in by a copy."""
    has_one = IndexEntry.objects.filter(
        content_type_id=OuterRef("content_type_id"),
        object_id=Cast(OuterRef("pk"), CharField(max_length=50)),
    )
    found = Page.objects.filter(~Exists(has_one), depth__gt=1).order_by("-pk")
    by_kind: dict[int, list[str]] = defaultdict(list)
    for number, kind in found.values_list("pk", "content_type_id")[:STEP]:
        by_kind[kind].append(str(number))
    added = 0
    with transaction.atomic():
        for kind, numbers in by_kind.items():
            added += _write_anew(kind, numbers)
    return added


def remove_stale() -> int:
    """Remove entries of pages that are gone."""
    is_there = Page.objects.annotate(number=Cast("pk", CharField(max_length=50))).filter(
        number=OuterRef("object_id")
    )
    kinds = ContentType.objects.get_for_models(*_page_types()).values()
    stale = IndexEntry.objects.filter(~Exists(is_there), content_type__in=list(kinds))
    numbers = list(stale.values_list("pk", flat=True)[: 10 * STEP])
    for start in range(0, len(numbers), STEP):
        IndexEntry.objects.filter(pk__in=numbers[start : start + STEP]).delete()
    return len(numbers)


def ask_anew(where: Q) -> int:
    """Have the entries of these pages written anew in the background; give their number.

    For what changed without a save, such as the ward of a branch that was moved.
    """
    from core.search.tasks import mend_index

    numbers = Page.objects.filter(where).values_list(Cast("pk", CharField(max_length=50)))
    kinds = list(ContentType.objects.get_for_models(*_page_types()).values())
    entries_of_them = IndexEntry.objects.filter(content_type__in=kinds, object_id__in=numbers)
    found: int = entries_of_them.update(title_norm=TO_BE_RENEWED)
    if found:
        mend_index.enqueue()
    return found


def _page_types() -> list[Any]:
    return [model for model in get_indexed_models() if issubclass(model, Page)]


def _write_anew(kind: int, numbers: list[str]) -> int:
    model: Any = ContentType.objects.get_for_id(kind).model_class()
    if model is None or model not in get_indexed_models():
        return 0
    found = list(model.get_indexed_objects().filter(pk__in=numbers))
    entries.write(model, found)
    return len(found)
