"""What is looked for, and how each of the two databases is asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from core.search.stems import stems, stems_for
from core.search.words import MARK, SHORTEST_BEGINNING, beginning, words_of


@dataclass(frozen=True)
class Term:
    """One word, with the forms in which it may stand somewhere."""

    word: str
    start: str
    "A beginning that will do, or empty."
    whole: frozenset[str]
    "Words that will do."

    def weight(self, found: str) -> int:
        """How well a folded word of a text answers this: 3 the word, 2 a form of it, 0 not."""
        if found == self.word:
            return 3
        if (self.start and found.startswith(self.start)) or found in self.whole:
            return 2
        return 2 if self.whole & stems(found, settings.LANGUAGE_CODE) else 0


def terms_of(found_words: Iterable[str], language: str) -> list[Term]:
    """The words that a person looks for, in all their forms."""
    return [_term(word, language) for word in found_words]


def mark(kind: str) -> str:
    """The word that stands for a kind of page or a language in the index."""
    return MARK + "".join(words_of(kind))


def marked(*kinds: str) -> Term:
    """A term that finds what has one of these marks."""
    return Term(word="", start="", whole=frozenset(mark(kind) for kind in kinds))


def for_sqlite(terms: Iterable[Term], column: str = "") -> str:
    """A question for FTS5. Words hold letters and digits only, so quotes are safe."""
    asked = " AND ".join(_any_of(term, '"{}"', '"{}"*', " OR ") for term in terms)
    return f"{{{column}}} : ({asked})" if column else asked


def for_postgresql(terms: Iterable[Term]) -> str:
    """A tsquery; it is cast, never parsed by a language of the database."""
    return " & ".join(_any_of(term, "'{}'", "'{}':*", " | ") for term in terms)


def _any_of(term: Term, whole: str, start: str, joined: str) -> str:
    forms = [start.format(term.start)] if term.start else []
    forms += [whole.format(word) for word in sorted(term.whole)]
    return f"({joined.join(forms)})"


def _term(word: str, language: str) -> Term:
    start = beginning(word) if len(word) >= SHORTEST_BEGINNING else ""
    whole = stems_for(word, language) | ({word} if not start else set())
    return Term(word, start, frozenset(form for form in whole if not start or form != start))
