"""What had to be written for a number of pages, and which kept answers show it."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils import timezone

from core import page_cache
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.entry import Entry


@dataclass(frozen=True)
class Change:
    """A row that was not what it should be."""

    row: Vermelding
    entry: Entry
    columns: tuple[str, ...]
    "Which of its columns differed."
    wijken: frozenset[int]
    "The wards that it was for."
    links: bool
    "Whether what it is about differed."

    @property
    def keys(self) -> set[str]:
        """Of the answers that showed it, and of those that will."""
        before = keys_of(self.row.kind, {*self.wijken, self.row.wijk_id}, self.row.page_id)
        return before | keys_of_entry(self.entry)


@dataclass
class Changes:
    """What had to be written for a number of pages."""

    created: list[Entry] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    removed: list[tuple[Vermelding, frozenset[int]]] = field(default_factory=list)
    "Rows that are too much, each with the wards that it was for."

    @property
    def pages(self) -> set[int | None]:
        """The pages whose rows were not right."""
        entries = [*self.created, *(change.entry for change in self.changed)]
        rows = [*(change.row for change in self.changed), *(row for row, _wijken in self.removed)]
        return {e.values["page_id"] for e in entries} | {row.page_id for row in rows}

    def without_age(self) -> Changes:
        """Without what the clock alone did: another status, and rows that are past."""
        now = timezone.now()
        return Changes(
            self.created,
            [one for one in self.changed if one.links or set(one.columns) != {"status"}],
            [(row, w) for row, w in self.removed if row.ends_at is None or row.ends_at > now],
        )

    def in_words(self) -> list[str]:
        """What differed: addresses, and of a row the columns."""
        made = [f"{entry.values['url']}: missing" for entry in self.created]
        gone = [f"{row.url}: too much" for row, _wijken in self.removed]
        changed = [
            f"{change.row.url}: {', '.join(change.columns) or 'what it is about'}"
            for change in self.changed
        ]
        return [*made, *changed, *gone]

    def drop_answers(self) -> None:
        """Let go of the kept answers that show what was changed."""
        keys = {key for entry in self.created for key in keys_of_entry(entry)}
        for change in self.changed:
            keys |= change.keys
        for row, wijken in self.removed:
            keys |= keys_of(row.kind, {*wijken, row.wijk_id}, row.page_id)
        if keys:
            page_cache.drop(*sorted(keys))


def keys_of(kind: str, wijken: set[int | None], page_id: int | None) -> set[str]:
    """By what the answers are known that show a row of these wards."""
    lists = {f"vermeldingen:{kind}:{wijk}" for wijk in wijken if wijk is not None}
    return lists | {f"vermeldingen:{kind}:stad", f"pagina:{page_id}", "sitemap"}


def keys_of_entry(entry: Entry) -> set[str]:
    """The same, of a row as it should be."""
    values = entry.values
    return keys_of(values["kind"], {*entry.wijken, values["wijk_id"]}, values["page_id"])
