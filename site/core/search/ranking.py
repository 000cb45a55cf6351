"""Which of the pages with the words goes first. The same on both databases, and easy to explain:
what has the words in its title, best of all as the whole title; then what is newest.
"""

from __future__ import annotations

from collections.abc import Iterable

from core.search.matches import Match
from core.search.scopes import Scope
from core.search.terms import Term
from core.search.words import words_of

WHOLE_TITLE = 1


def ranked(
    matches: Iterable[Match], terms: list[Term], language: str, first: Scope | None = None
) -> list[Match]:
    """The reader's language first, and no Dutch text of what is there in that language.

    Within a language, what belongs to `first`.
    """
    found = list(matches)
    own = {match.translation_key for match in found if match.language == language}
    chosen = [m for m in found if m.language == language or m.translation_key not in own]
    newest_first = sorted(chosen, key=lambda m: (m.published, m.page), reverse=True)
    return sorted(
        newest_first,
        key=lambda m: (
            m.language != language,
            first is not None and not first.holds(m.path),
            -weight(m.title, terms),
        ),
    )


def weight(title: str, terms: list[Term]) -> float:
    """How well a title answers the words: 0 when it has none, 4 when it is just those words."""
    found = words_of(title)
    answered = [max((term.weight(word) for word in found), default=0) for term in terms]
    total = sum(answered) / len(terms)
    return total + WHOLE_TITLE if all(answered) and len(found) == len(terms) else total
