"""Making the rows of pages what they should be. There is one way, for events and rebuilding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from wagtail.models import Page

from core.pictures import with_renditions
from wijkteams.listing import CARD
from wijkteams.models import Vermelding
from wijkteams.models.verband import LINKS, Verband
from wijkteams.vermeldingen.changes import Change, Changes
from wijkteams.vermeldingen.closed import look_again
from wijkteams.vermeldingen.entry import ABOUT, Entry, Key, Making
from wijkteams.vermeldingen.registry import Kind, kind_of

Links = dict[str, dict[int, set[tuple[Any, ...]]]]


def pages_to_read(kind: Kind, pks: Iterable[int] | None = None) -> QuerySet[Any]:
    """Pages of a kind with all that their rows need, and without their text."""
    pages: QuerySet[Any] = kind.model._default_manager.all()
    if pks is not None:
        pages = pages.filter(pk__in=pks)
    names = {f.name for f in kind.model._meta.get_fields()}
    if "body" in names:
        pages = pages.defer("body")
    if "image" in names:
        pages = with_renditions(pages, CARD)
    return pages.prefetch_related(
        *(Prefetch(name, related_model(kind, name).only("pk")) for name in ABOUT if name in names)
    )


def related_model(kind: Kind, name: str) -> QuerySet[Any]:
    """The rows that a field of a page may refer to."""
    model: Any = kind.model._meta.get_field(name).related_model
    return model._default_manager.order_by("pk")


def write(pages: Iterable[Page], making: Making, *, dry_run: bool = False) -> Changes:
    """Make the rows of these pages (each in its own type) what they should be.

    To be called within a transaction that holds the pages, or with pages just saved in it.
    """
    pages = list(pages)
    changes = compare(_entries(pages, making), [page.pk for page in pages])
    if not dry_run:
        _store(changes)
        if changes.created or changes.changed:
            look_again([page.path for page in pages], making.closed)
    return changes


def _entries(pages: list[Page], making: Making) -> dict[Key, Entry]:
    """The rows of these pages; what a kind reads for them is read once for all of them."""
    by_kind: dict[str, tuple[Kind, list[Page]]] = {}
    for page in pages:
        kind = kind_of(page)
        if kind is not None and page.live:
            by_kind.setdefault(kind.name, (kind, []))[1].append(page)
    found: dict[Key, Entry] = {}
    for kind, own in by_kind.values():
        if kind.prepare is not None:
            kind.prepare(own)
        found |= {entry.key: entry for page in own for entry in making.entries(kind, page)}
    return found


def compare(entries: dict[Key, Entry], page_pks: list[int]) -> Changes:
    """What is missing, wrong or too much among the rows of these pages."""
    rows = list(Vermelding.objects.filter(page__in=page_pks))
    links = _links_of([row.pk for row in rows])
    changes = Changes()
    found: set[Key] = set()
    for row in rows:
        wijken = frozenset(link[0] for link in links["wijken"].get(row.pk, ()))
        entry = entries.get(_key(row))
        if entry is None:
            changes.removed.append((row, wijken))
            continue
        found.add(entry.key)
        columns = _differing(row, entry)
        about = any(
            links[name].get(row.pk, set()) != wanted for name, wanted in _wanted(entry).items()
        )
        if columns or about:
            changes.changed.append(Change(row, entry, columns, wijken, about))
    changes.created = [entry for key, entry in entries.items() if key not in found]
    return changes


def _key(row: Vermelding) -> Key:
    return row.content_type_id, row.object_id, row.locale_id, row.occurrence


def _differing(row: Vermelding, entry: Entry) -> tuple[str, ...]:
    return tuple(name for name, value in entry.values.items() if getattr(row, name) != value)


def _links_of(pks: list[int]) -> Links:
    found: Links = {}
    for name, (model, target) in LINKS.items():
        found[name] = defaultdict(set)
        if pks:
            rows = model._default_manager.filter(vermelding__in=pks)
            for pk, *copied in rows.values_list("vermelding_id", target, *model.COPIED):
                found[name][pk].add(tuple(copied))
    return found


def _wanted(entry: Entry) -> dict[str, set[tuple[Any, ...]]]:
    """The links of a row, with what they copy of it."""
    values = {**entry.values, "locale_id": entry.key[2]}
    return {
        name: {(pk, *(values[copied] for copied in model.COPIED)) for pk in getattr(entry, name)}
        for name, (model, _target) in LINKS.items()
    }


def _store(changes: Changes) -> None:
    """New and changed rows go together: a series of a hundred times is no hundred statements."""
    if changes.removed:
        Vermelding.objects.filter(pk__in=[row.pk for row, _wijken in changes.removed]).delete()
    fresh = [(_filled(entry), entry) for entry in changes.created]
    known = [(change.row, change.entry) for change in changes.changed if change.links]
    columns = sorted({name for change in changes.changed for name in change.columns})
    Vermelding.objects.bulk_create([row for row, _entry in fresh], batch_size=100)
    if columns:
        Vermelding.objects.bulk_create(
            [_filled(change.entry) for change in changes.changed if change.columns],
            batch_size=100,
            update_conflicts=True,
            unique_fields=["content_type", "object_id", "locale", "occurrence"],
            update_fields=columns,
        )
    _store_links([*known, *fresh], known=[row.pk for row, _entry in known])


def _filled(entry: Entry) -> Vermelding:
    _content_type, page, locale, occurrence = entry.key
    return Vermelding(object_id=page, locale_id=locale, occurrence=occurrence, **entry.values)


def _store_links(pairs: list[tuple[Vermelding, Entry]], known: list[int]) -> None:
    """Links are few and small: those of a changed row are written anew."""
    wanted: dict[type[Verband], list[Verband]] = {model: [] for model, _target in LINKS.values()}
    for row, entry in pairs:
        for name, links in _wanted(entry).items():
            model, target = LINKS[name]
            columns = (target, *model.COPIED)
            wanted[model] += [
                model(vermelding_id=row.pk, **dict(zip(columns, link, strict=True)))
                for link in links
            ]
    for model, rows in wanted.items():
        if known:
            model._default_manager.filter(vermelding__in=known).delete()
        model._default_manager.bulk_create(rows, batch_size=200)
