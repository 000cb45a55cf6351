"""The answers of a survey as lines of a file, read at one moment and in little memory.

They are first put aside in a file that has no name and goes with the process: in the database
they may be laid down anew, under other keys, while a long export is being written (`bus`), and
SQLite lets nobody who is reading write how far it is.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.db.models import TextField
from django.db.models.functions import Cast

from enquetes.models import Enquete, Inzending
from enquetes.uitvoer.codebook import Codebook, buurten_of
from wijkteams.kanaal import Kanaal

AT_ONCE = 2000
FIELDS = ("versie__nummer", "kanaal", "language", "dag", "buurt_id")
NAMES = ("afzender__name", "afzender__email")
Progress = Callable[[int], None]


@dataclass
class Aside:
    """Answers that were put aside."""

    file: IO[str]
    count: int = 0

    def close(self) -> None:
        """They are gone."""
        self.file.close()


def put_aside(enquete: Enquete, *, with_names: bool) -> Aside:
    """All answers of one moment, in the order of their random keys."""
    fields = FIELDS + (NAMES if with_names else ())
    rows = Inzending.objects.filter(enquete=enquete).order_by("pk")
    texts = rows.annotate(as_text=Cast("antwoorden", TextField())).values_list(*fields, "as_text")
    aside = Aside(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))  # noqa: SIM115
    for row in texts.iterator(AT_ONCE):
        aside.file.write(json.dumps(row, default=str) + "\n")
        aside.count += 1
    aside.file.seek(0)
    return aside


def lines_of(aside: Aside, book: Codebook, enquete: Enquete, tell: Progress) -> Iterator[list[Any]]:
    """Each answer as the cells that `book` says; `tell` hears how many were done."""
    channels = {str(key): str(words) for key, words in Kanaal.choices}
    buurten = buurten_of(enquete)
    reads = [column.read for column in book.columns]
    for number, line in enumerate(aside.file, start=1):
        versie, kanaal, language, dag, buurt, *names, text = json.loads(line)
        answers = json.loads(text)
        head = [versie, channels[kanaal], language, dag, buurten.get(str(buurt), "")]
        yield [*head, *names, *[read(answers) for read in reads]]
        if number % AT_ONCE == 0:
            tell(number)
    tell(aside.count)
