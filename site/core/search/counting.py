"""Keeping the words of the site (core.search.vocabulary) as the published pages have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from wagtail.models import Page
from wagtail.search.models import IndexEntry

from core.models.woord import Woord
from core.search.entries import ADDED, text_column
from core.search.vocabulary import BATCH, can_be_learnt, learn
from core.search.words import words_of


def learn_published(since: datetime) -> int:
    """Learn the words of pages that were published after a moment; give their number."""
    pages = Page.objects.live().filter(last_published_at__gte=since)
    numbers = list(pages.values_list("pk", flat=True)[: 10 * BATCH])
    counted: Counter[str] = Counter()
    for start in range(0, len(numbers), BATCH):
        counted.update(_words_on(numbers[start : start + BATCH]))
    return learn(counted)


def count_all() -> int:
    """Count the words of all published pages anew: learn the new ones, forget those that went."""
    counted: Counter[str] = Counter()
    for numbers in _batches():
        counted.update(_words_on(numbers))
    learn(counted)
    gone, other = [], []
    for woord in Woord.objects.iterator(chunk_size=5_000):
        if woord.word not in counted:
            gone.append(woord.pk)
        elif woord.pages != counted[woord.word]:
            woord.pages = counted[woord.word]
            other.append(woord)
    for start in range(0, len(gone), BATCH):
        Woord.objects.filter(pk__in=gone[start : start + BATCH]).delete()
    Woord.objects.bulk_update(other, ["pages"], batch_size=BATCH)
    return len(counted)


def _batches() -> Iterator[list[int]]:
    last = 0
    while numbers := list(
        Page.objects.live().filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
    ):
        yield numbers
        last = numbers[-1]


def _words_on(numbers: list[int]) -> Iterator[str]:
    """Each word of each of these pages, once a page."""
    title = "title" if text_column() == "body" else "title_text"
    kinds = set(Page.objects.filter(pk__in=numbers).values_list("content_type_id", flat=True))
    rows = IndexEntry.objects.filter(
        content_type_id__in=kinds, object_id__in=[str(number) for number in numbers]
    ).values_list(title, text_column())
    for texts in rows:
        plain = " ".join((text or "").partition(ADDED)[0] for text in texts)
        yield from {word for word in words_of(plain) if can_be_learnt(word)}
