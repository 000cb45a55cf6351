"""All rows anew, and the difference between what is there and what should be. A part at a time,
so that nobody who wants to save something waits for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.models import Page

from core import page_cache
from core.closed import closed_places
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.changes import Changes
from wijkteams.vermeldingen.entry import SERIES, Making
from wijkteams.vermeldingen.registry import Kind, kinds
from wijkteams.vermeldingen.writing import pages_to_read, write

PART = 200
EXAMPLES = 5


@dataclass
class Report:
    """How many pages were looked at, and how many had rows that were not right."""

    pages: int = 0
    created: int = 0
    changed: int = 0
    removed: int = 0
    examples: list[str] = field(default_factory=list)
    "Some of what differed, in words for who looks for the fault."

    @property
    def differences(self) -> int:
        """Rows that were not what they should be."""
        return self.created + self.changed + self.removed

    def add(self, changes: Changes) -> None:
        """Count what was written."""
        self.created += len(changes.created)
        self.changed += len(changes.changed)
        self.removed += len(changes.removed)
        self.examples += changes.in_words()[: EXAMPLES - len(self.examples)]


def rebuild(where: Q | None = None, *, dry_run: bool = False) -> Report:
    """Make the rows of all pages (or of some) what they should be. Repeatable at any moment.

    Looks first without holding anything; what differs is read again and held while it is written.
    """
    report = Report()
    for kind in kinds():
        for pks in _parts(kind, where):
            report.pages += len(pks)
            changes = _look(kind, pks) if dry_run else _mend(kind, pks)
            report.add(changes.without_age() if kind.ages else changes)
    _remove_drafts(where, report, dry_run=dry_run)
    return report


def _parts(kind: Kind, where: Q | None) -> Iterator[list[int]]:
    """The published pages of a kind, a part at a time, in the order of their making."""
    pages = kind.model._default_manager.filter(live=True).order_by("pk")
    if where is not None:
        pages = pages.filter(where)
    last = 0
    while pks := list(pages.filter(pk__gt=last).values_list("pk", flat=True)[:PART]):
        yield pks
        last = pks[-1]


def _look(kind: Kind, pks: list[int]) -> Changes:
    pages = list(pages_to_read(kind, pks))
    return write(pages, Making(closed_places()), dry_run=True)


def _mend(kind: Kind, pks: list[int]) -> Changes:
    if Vermelding.objects.filter(page__in=pks).exists():
        pks = sorted(pk for pk in _look(kind, pks).pages if pk is not None)
    if not pks:
        return Changes()
    with transaction.atomic():
        pages = read_locked(pks, kind)
        changes = write(pages, Making(closed_places([page.path for page in pages])))
        changes.drop_answers()
    return changes


def read_locked(pks: Iterable[int], kind: Kind | None = None) -> list[Page]:
    """Pages in their own types, held until the transaction ends."""
    pks = list(pks)
    if not pks:
        return []
    held = Page.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    by_type: dict[int, list[int]] = {}
    for pk, content_type in held.values_list("pk", "content_type"):
        by_type.setdefault(content_type, []).append(pk)
    wanted = [kind] if kind is not None else kinds()
    types = {one: ContentType.objects.get_for_model(one.model).pk for one in wanted}
    return [
        page
        for one, content_type in types.items()
        if content_type in by_type
        for page in pages_to_read(one, by_type[content_type])
    ]


def _remove_drafts(where: Q | None, report: Report, *, dry_run: bool) -> None:
    """Rows of what is not published, or of a kind that is no more."""
    known = Q(page__live=True, kind__in=[SERIES, *(kind.name for kind in kinds())])
    rows = Vermelding.objects.filter(page__isnull=False).exclude(known)
    if where is not None:
        rows = rows.filter(page__in=Page.objects.filter(where))
    count = rows.count()
    if count and not dry_run:
        rows.delete()
        page_cache.drop_all("rows of what is not published")
    report.removed += count
