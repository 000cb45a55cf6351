"""What the guard can ask before a screen under /beheer/ opens.

Every address has one rule, under the name of its route:

    "buurt:index": OPEN                                 every editor may open it
    "wijkimport:index": CITY                            only who works for the whole city
    "wagtailadmin_error_test": GONE                     nobody: it is not there
    "buurt:edit": asks({"pk": own("wijkteams.Buurt")})  ask the policy about the row 'pk'

A new screen of Wagtail or of ours gets its line in one of the tables of this room; an app above
this one calls `declare` in its `ready()`. Without a line nobody can open it, and a test says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from wijkteams.guard.questions import Question


class Who(Enum):
    """Who may come this far; the view itself may ask for more."""

    ANYBODY = "whoever the view lets in, also without logging in"
    EDITORS = "whoever has a role in a ward or in the city"
    CITY = "whoever has a role in the city"
    NOBODY = "the address is not there"


@dataclass(frozen=True)
class Rule:
    """Who may come near a route, and what is asked about the things that its address names."""

    who: Who
    asks: Mapping[str, Question] = field(default_factory=dict)


Table = dict[str, Rule]

PUBLIC = Rule(Who.ANYBODY)
OPEN = Rule(Who.EDITORS)
CITY = Rule(Who.CITY)
GONE = Rule(Who.NOBODY)


def asks(questions: Mapping[str, Question]) -> Rule:
    """Ask about arguments of the route ("page_id"), numbers asked ("?id") or sent ("=id")."""
    return Rule(Who.EDITORS, dict(questions))


_declared: Table = {}


def declare(table: Table) -> None:
    """Add the screens of an app that stands above this one."""
    _declared.update(table)


def declared() -> Table:
    """What other apps declared."""
    return _declared
