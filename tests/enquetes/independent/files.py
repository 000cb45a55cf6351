"""The three files that anybody can download, read with nothing but Python's own `csv`.

Nothing here imports anything of the site: it stands beside it, as a stranger with a laptop does.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

ANSWER, TICK = "Wat erin kan staan", "1 = gekozen"
UNREADABLE = "_onleesbaar"


@dataclass
class Question:
    """Where the answers to a question (or to a row of a table) stand."""

    main: str = ""
    words: dict[str, str] = field(default_factory=dict)
    "Of the main column: what stands in it, by the id of the answer."
    ticks: dict[str, str] = field(default_factory=dict)
    "Columns of 0 and 1, by the id of the answer."
    places: dict[str, str] = field(default_factory=dict)
    "Columns with a place in an order, by the id of the answer."
    point: dict[str, str] = field(default_factory=dict)
    kind: str = ""

    def answers(self, row: dict[str, str]) -> set[str]:
        """What this person answered, as ids; empty for who did not, or wrote unreadably."""
        if self.places:
            return {key for key, column in self.places.items() if row[column] == "1"}
        found = {key for key, column in self.ticks.items() if row[column] == "1"}
        if self.main and not found:
            found = set(self._in_words(row[self.main]))
        if self.point and row[self.point["lengte"]]:
            found.add(_square(float(row[self.point["lengte"]]), float(row[self.point["breedte"]])))
        return found - {UNREADABLE}

    def _in_words(self, text: str) -> Iterator[str]:
        if not text:
            return
        if self.words:
            yield from (key for key, words in self.words.items() if words == text)
        elif self.kind in ("Datum", "Postcode") and text not in ("Weet ik niet", "Onleesbaar"):
            yield text[:4]
        elif text == "Weet ik niet":
            yield "_weet_niet"
        elif text != "Onleesbaar":
            yield text

    def numbers(self, rows: list[dict[str, str]]) -> list[float]:
        """Of a scale: what was answered with a number."""
        return [float(row[self.main]) for row in rows if row[self.main]]


Questions = dict[tuple[str, str], Question]


def read(text: str) -> list[dict[str, str]]:
    """The lines of a CSV."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def answers(text: str) -> list[dict[str, str]]:
    """The export, by the codes of its columns."""
    return [{_code(key): _plain(value) for key, value in row.items()} for row in read(text)]


def questions(text: str) -> Questions:
    """The code book: for each question and row of a table where to look."""
    found: Questions = defaultdict(Question)
    for line in read(text):
        if not line["Id van de vraag"]:
            continue
        one = found[line["Id van de vraag"], line["Id van de regel"]]
        one.kind = line["Soort vraag"]
        _place(one, line, _plain(line["Kolom"]), line["Id van het antwoord"])
    return dict(found)


def _place(one: Question, line: dict[str, str], column: str, answer: str) -> None:
    what = line["Wat erin staat"]
    if what == ANSWER:
        one.words[answer] = _plain(line["Antwoord"])
    elif what.startswith(TICK):
        one.ticks[answer] = column
    elif answer.endswith(":tekst"):
        return
    elif answer in ("lengte", "breedte"):
        one.point[answer] = column
    elif answer:
        one.places[answer] = column
    else:
        one.main = column


def _code(heading: str) -> str:
    return heading.partition(" ")[0]


def _plain(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from taking a text for a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in "=+-@|\t\r" else text


def _square(east: float, north: float) -> str:
    return f"{int(east // 0.0036)}_{int(north // 0.00225)}"
