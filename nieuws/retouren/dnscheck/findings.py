"""What a check found, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from nieuws.retouren.dnscheck.records import Answer


class State(StrEnum):
    """How bad it is."""

    GOOD = "goed"
    LOOK = "let op"
    WRONG = "fout"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class Finding:
    """One line of the screen."""

    what: str
    "Such as SPF."
    where: str
    "The name in the DNS."
    state: State
    advice: str
    record: str = ""

    @property
    def state_text(self) -> str:
        return {
            State.GOOD: _("Goed"),
            State.LOOK: _("Let op"),
            State.WRONG: _("Fout"),
            State.UNKNOWN: _("Niet bekend"),
        }[self.state]


def no_answer(what: str, where: str) -> Finding:
    """Not known is something else than not there."""
    text = _("De DNS gaf geen antwoord. Probeer het straks nog eens.")
    return Finding(what, where, State.UNKNOWN, text)


def only_one(what: str, where: str, answer: Answer, *words: str) -> Finding | str:
    """The one record that begins so, or what is wrong."""
    if answer.failed:
        return no_answer(what, where)
    found = answer.starting(*words)
    if not found:
        text = _("Staat niet in de DNS. Zet het erin; zie de handleiding voor beheerders.")
        return Finding(what, where, State.WRONG, text)
    if len(found) > 1:
        text = _("Staat er meer dan één keer. Dan tellen ze geen van alle: voeg ze samen.")
        return Finding(what, where, State.WRONG, text, " / ".join(found))
    return found[0]
