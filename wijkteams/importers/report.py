"""What a run did, in words: for the terminal and for the CMS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


def undo_lines(count: int, left: Iterable[Importregel]) -> Iterator[str]:
    """How many lines were taken back, and what stayed and why."""
    yield ngettext(
        "%(count)d onderdeel teruggedraaid.", "%(count)d onderdelen teruggedraaid.", count
    ) % {"count": count}
    for line in left:
        yield f"- {line.name} ({line.code}) {_('gebleven')}: {line.undo_reason}"
