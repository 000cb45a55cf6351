"""What a run did, in words: for the terminal and for the CMS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.models import Importregel

from .steps import Actie, Soort, Step

ORDER = [Actie.GEMAAKT, Actie.GEWIJZIGD, Actie.ONGEWIJZIGD, Actie.OVERGESLAGEN]
Line = Step | Importregel


def count_table(counts: Mapping[str, Any]) -> list[tuple[str, list[int]]]:
    """One row per kind of thing, one column per action, in the order of ORDER."""
    labels = [
        (Soort.WIJK, _("Wijken")),
        (Soort.BUURT, _("Buurten")),
        (Soort.KERNCIJFERS, _("Wijken met kerncijfers")),
    ]
    return [
        (label, [int(counts[kind].get(action, 0)) for action in ORDER])
        for kind, label in labels
        if kind in counts
    ]


def count_lines(counts: Mapping[str, Any]) -> Iterator[str]:
    """The same, as sentences for a terminal."""
    words = [action.label for action in ORDER]
    for label, numbers in count_table(counts):
        parts = ", ".join(f"{number} {word}" for number, word in zip(numbers, words, strict=True))
        yield f"{label}: {parts}."


def detail_lines(lines: Iterable[Line]) -> Iterator[str]:
    """What was left out or changed, one by one, with the reason."""
    for line in lines:
        if line.action == Actie.OVERGESLAGEN or (line.action == Actie.GEWIJZIGD and line.reason):
            action = Actie(line.action).label
            yield f"- {line.name} ({line.code}) {action}: {line.reason}"


@dataclass(frozen=True)
class Row:
    """One line of the preview or the journal, as the CMS shows it."""

    kind: str
    code: str
    name: str
    action: str
    action_label: str
    reason: str
    undone: bool = False
    undo_reason: str = ""


def rows_for_screen(lines: Iterable[Importregel | Mapping[str, str]]) -> list[Row]:
    """Lines of the journal, or of a preview, made alike."""
    return [_journal_row(x) if isinstance(x, Importregel) else _preview_row(x) for x in lines]


def _journal_row(line: Importregel) -> Row:
    return Row(
        kind=line.get_kind_display(),
        code=line.code,
        name=line.name,
        action=line.action,
        action_label=line.get_action_display(),
        reason=line.reason,
        undone=line.undone_at is not None,
        undo_reason=line.undo_reason,
    )


def action_words(*, planned: bool) -> dict[str, str]:
    """The actions: as done, or (in a preview) as planned."""
    if not planned:
        return {action.value: str(action.label) for action in ORDER}
    return {
        Actie.GEMAAKT.value: _("maken"),
        Actie.GEWIJZIGD.value: _("wijzigen"),
        Actie.ONGEWIJZIGD.value: _("niets te doen"),
        Actie.OVERGESLAGEN.value: _("overslaan"),
    }


def _preview_row(line: Mapping[str, str]) -> Row:
    action = line["action"]
    return Row(
        kind=str(Soort(line["kind"]).label),
        code=line["code"],
        name=line["name"],
        action=action,
        action_label=action_words(planned=True)[action],
        reason=line["reason"],
    )


def undo_lines(count: int, left: Sequence[Importregel]) -> Iterator[str]:
    """How many lines were taken back, and what stayed and why."""
    yield ngettext(
        "%(count)d onderdeel teruggedraaid.", "%(count)d onderdelen teruggedraaid.", count
    ) % {"count": count}
    whole = {line.wijk_code: line.undo_reason for line in left if line.kind == Soort.WIJK}
    for line in left:
        # Of a ward that stays, its buurten and figures stay too: saying that once is enough.
        if line.kind != Soort.WIJK and whole.get(line.wijk_code) == line.undo_reason:
            continue
        yield f"- {line.name} ({line.code}) {_('gebleven')}: {line.undo_reason}"
