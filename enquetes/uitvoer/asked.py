"""Every question that a survey ever asked, over all its versions.

The number of a question is its place when all versions are read one after another: what a later
version adds comes behind, so that `v3_2` means the same in the file of today and of next month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from enquetes.models import Versie
from enquetes.vragen import Optie, Vraag


@dataclass
class Asked:
    """A question over all versions: with every option that it ever had."""

    number: int
    vraag: Vraag
    versies: list[int] = field(default_factory=list)

    def also(self, vraag: Vraag, versie: int) -> None:
        """A later version asks it too: its words count, and its new options come behind."""
        opties = _merged(self.vraag.opties, vraag.opties)
        rijen = _merged(self.vraag.rijen, vraag.rijen)
        anders, weet_niet = (
            self.vraag.anders or vraag.anders,
            self.vraag.weet_niet or vraag.weet_niet,
        )
        self.vraag = replace(vraag, opties=opties, rijen=rijen, anders=anders, weet_niet=weet_niet)
        self.versies.append(versie)


def asked(versies: Iterable[Versie]) -> list[Asked]:
    """All that was ever asked, in the order in which it came up."""
    found: dict[str, Asked] = {}
    for versie in sorted(versies, key=lambda one: one.nummer):
        for vraag in versie.vragenlijst.vragen():
            known = found.setdefault(vraag.id, Asked(len(found) + 1, vraag))
            known.also(vraag, versie.nummer)
    return list(found.values())


def _merged(old: tuple[Optie, ...], new: tuple[Optie, ...]) -> tuple[Optie, ...]:
    texts = {optie.id: optie for optie in (*old, *new)}
    return tuple(texts.values())
