"""A question that only some were asked tells how many those were, and so can undo hiding.

'Hebt u een hond?' with 200 × yes and 3 × no: both hidden. 'Hoeveel honden?' was answered by 200.
So of a question that others depend on, what it hides must stay hidden with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from enquetes.uitslag.onthulling.line import total
from enquetes.uitslag.onthulling.table import Zicht
from enquetes.uitslag.tabellen import Tabel
from enquetes.uitslag.telling import Telling
from enquetes.vragen import Regel, Soort, Vragenlijst
from enquetes.vragen.lijst import Toets


def rules_of(lijsten: Iterable[Vragenlijst]) -> dict[str, list[Regel]]:
    """On which answers each question depends, itself or with its page, in any version."""
    found: dict[str, list[Regel]] = {}
    for lijst in lijsten:
        for stap in lijst.stappen:
            for vraag in stap.vragen:
                found.setdefault(vraag.id, []).extend((*stap.als.regels, *vraag.als.regels))
    return found


def gives_away(rules: Iterable[Regel], tables: Mapping[str, Tabel], hides: Hides) -> bool:
    """Whether a question with these conditions tells what the tables it depends on hide."""
    return any(_gives_away(rule, tables, hides) for rule in rules)


def is_narrow(
    rules: Sequence[Regel],
    tables: Mapping[str, Tabel],
    everybody: Mapping[str, Telling],
    n: int,
    drempel: int,
) -> bool:
    """Whether, with conditions on several questions, a few people pass one and not the others."""
    if len({rule.vraag for rule in rules}) < 2:
        return False
    for rule in rules:
        told = _cells_of(rule, tables[rule.vraag]) if rule.vraag in tables else None
        if told and 0 < total(everybody[rule.vraag]["cellen"], told) - n < drempel:
            return True
    return False


class Hides:
    """What is hidden of each table, by its key; of one that is not shown, everything."""

    def __init__(self) -> None:
        self._hidden: dict[str, frozenset[str] | None] = {}

    def put(self, tabel: Tabel, zicht: Zicht) -> None:
        """Remember it: None when all of it is hidden."""
        self._hidden[tabel.key] = None if zicht.reden else zicht.hidden

    def put_split(self, tabel: Tabel, shown: Set[str]) -> None:
        """The same of a table in parts: what is not shown apart."""
        cells = {optie.id for optie in tabel.cellen}
        self._hidden[tabel.key] = frozenset(cells - shown) if shown else None

    def of(self, key: str) -> frozenset[str] | None:
        """What is hidden; None for everything."""
        return self._hidden.get(key)

    def any_of(self, vraag: str) -> Iterator[frozenset[str] | None]:
        """The same for all rows of a question."""
        return (value for key, value in self._hidden.items() if key.partition(":")[0] == vraag)


def _gives_away(rule: Regel, tables: Mapping[str, Tabel], hides: Hides) -> bool:
    if rule.vraag not in tables:  # a table of rows, or a text: whatever it hides may be told
        return any(hidden is None or bool(hidden) for hidden in hides.any_of(rule.vraag))
    hidden = hides.of(rule.vraag)
    if hidden is None:
        return True
    tabel = tables[rule.vraag]
    told = _cells_of(rule, tabel)
    if told is None or not hidden:
        return bool(hidden)
    part = hidden & told
    if tabel.meer:
        return bool(part)
    return bool(part) and part != hidden


def _cells_of(rule: Regel, tabel: Tabel) -> frozenset[str] | None:
    """In which cells of the table those are who were asked; None when that cannot be said."""
    cells = frozenset(optie.id for optie in tabel.cellen)
    match rule.toets:
        case Toets.BEANTWOORD:
            return frozenset()  # their number is its n, which is shown
        case Toets.IS:
            return cells & set(rule.waarden)
        case Toets.IS_NIET:
            return cells - set(rule.waarden)
    if tabel.vraag.soort not in (Soort.SCHAAL, Soort.SMILEYS) or not rule.waarden:
        return None
    try:
        limit = float(rule.waarden[0])
    except ValueError:
        return frozenset()  # such a rule holds for nobody (`vragen.pad`)
    up = rule.toets == Toets.MINSTENS
    return frozenset(
        key for key in cells if key.isdigit() and (int(key) >= limit if up else int(key) <= limit)
    )
