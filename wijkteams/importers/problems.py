"""What is wrong with a file, said so that whoever made it can find the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .limits import MAX_REPEATED_PROBLEMS


@dataclass(frozen=True)
class Problem:
    """One thing wrong: in which file, at which feature or line, and what."""

    message: str
    source: str = ""
    place: str = ""
    code: str = ""

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.source, self.place, self.code) if part)
        return f"{where}: {self.message}" if where else self.message


class InvalidImportError(Exception):
    """The files cannot be imported; nothing was changed."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(f"{len(self.problems)} problems")

    def lines(self) -> list[str]:
        """All problems as text, at most so many that a person still reads them."""
        return [str(problem) for problem in self.shown()]

    def shown(self) -> list[Problem]:
        """The first problems, and how many more there are."""
        shown = self.problems[:MAX_REPEATED_PROBLEMS]
        rest = len(self.problems) - len(shown)
        if rest:
            shown.append(Problem(_("En nog %(count)d andere fouten.") % {"count": rest}))
        return shown


def refuse(message: str, source: str) -> InvalidImportError:
    """The refusal of a whole file."""
    return InvalidImportError([Problem(message, source)])
