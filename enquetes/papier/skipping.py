"""Conditions in words, for paper: whom a question is for, and where to go on.

On screen a question that is not for you is not there. On paper it says so, twice: at the question
itself, and as a way on after the answer that skips it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from enquetes.papier.codes import Code
from enquetes.vragen import Regel, Voorwaarde, Vraag, Vragenlijst
from enquetes.vragen.lijst import Toets
from enquetes.vragen.pad import klopt

Codes = Mapping[str, Sequence[Code]]


class Words:
    """Says conditions of one list of questions, with its numbers."""

    def __init__(self, vragenlijst: Vragenlijst, numbers: Mapping[str, int], codes: Codes) -> None:
        self.vragenlijst, self.numbers, self.codes = vragenlijst, numbers, codes

    def when(self, als: Voorwaarde) -> str:
        """'u bij vraag 1 ‘Ja’ hebt ingevuld'; empty for what is for everybody."""
        found = [self._rule(regel) for regel in als.regels if regel.vraag in self.numbers]
        joined = _(" en ") if als.alle else _(" of ")
        return joined.join(found)

    def _rule(self, regel: Regel) -> str:
        values = {
            "number": self.numbers[regel.vraag],
            "what": _or(self._values(regel)),
        }
        return {
            Toets.IS: _("u bij vraag %(number)s %(what)s hebt ingevuld"),
            Toets.IS_NIET: _("u bij vraag %(number)s niet %(what)s hebt ingevuld"),
            Toets.MINSTENS: _("u bij vraag %(number)s %(what)s of meer hebt ingevuld"),
            Toets.HOOGSTENS: _("u bij vraag %(number)s %(what)s of minder hebt ingevuld"),
            Toets.BEANTWOORD: _("u vraag %(number)s hebt ingevuld"),
        }[Toets(regel.toets)] % values

    def _values(self, regel: Regel) -> list[str]:
        texts = {str(code.value): code.text for code in self.codes.get(regel.vraag, ())}
        said = [texts.get(one, one) for one in regel.waarden]
        return [f"‘{text}’" for text in said]

    def otherwise(self, als: Voorwaarde, number: int) -> str:
        """Where to go on, for whom this and what follows under the same condition is not."""
        for stap in self.vragenlijst.stappen:
            for vraag in stap.vragen:
                here = self.numbers.get(vraag.id, 0)
                if here > number and als not in (stap.als, vraag.als):
                    text = _("Is dat niet zo? Ga dan naar vraag %(number)s.")
                    return text % {"number": here}
        return _("Is dat niet zo? Dan bent u klaar.")

    def ways_on(self, vraag: Vraag) -> list[str]:
        """What to do after which answer to this question, where that is not simply going on."""
        ways: dict[int, list[str]] = {}
        for code in self.codes.get(vraag.id, ()):
            target = self._next(vraag, str(code.value))
            if target != self.numbers[vraag.id] + 1:
                ways.setdefault(target, []).append(f"‘{code.text}’")
        found = []
        for target, texts in sorted(ways.items()):
            values = {"number": self.numbers[vraag.id], "what": _or(texts), "target": target}
            text = _("Hebt u bij vraag %(number)s %(what)s ingevuld? Ga dan naar vraag %(target)s.")
            if target > len(self.numbers):
                text = _("Hebt u bij vraag %(number)s %(what)s ingevuld? Dan bent u klaar.")
            found.append(text % values)
        return found

    def _next(self, vraag: Vraag, value: str) -> int:
        """The number of the first question after it that is not surely skipped with this answer."""
        known: dict[str, str | None] = {vraag.id: value}
        begun = False
        for stap in self.vragenlijst.stappen:
            for one in stap.vragen:
                if one.id == vraag.id:
                    begun = True
                elif begun and one.is_vraag:
                    if not _surely_off(stap.als, known) and not _surely_off(one.als, known):
                        return self.numbers[one.id]
                    known[one.id] = None
        return len(self.numbers) + 1


def _surely_off(als: Voorwaarde, known: Mapping[str, str | None]) -> bool:
    """Whether it cannot hold, given these answers (None: skipped) and any others."""
    fails = [
        regel.vraag in known and not klopt(Voorwaarde((regel,)), _given(regel, known))
        for regel in als.regels
    ]
    return bool(fails) and (any(fails) if als.alle else all(fails))


def _given(regel: Regel, known: Mapping[str, str | None]) -> dict[str, str]:
    value = known[regel.vraag]
    return {} if value is None else {regel.vraag: value}


def _or(texts: Sequence[str]) -> str:
    return _(" of ").join(texts)
