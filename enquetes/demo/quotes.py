"""What people of the demo wrote, and what the team made of it before it was shown.

`{{mevrouw De Wit|mijn buurvrouw}}` was written as the first and is shown as the second;
a line that begins with `-` was read, and is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from enquetes.models import Citaat, Enquete, Inzending

_HIDDEN = re.compile(r"\{\{(.+?)\|(.*?)\}\}")


@dataclass
class Quotes:
    """The texts of a file by the question that they answer; each is written once."""

    texts: dict[str, list[str]]
    shown: dict[str, str] = field(default_factory=dict)
    "By what was written."

    def next(self, vraag: str) -> str | None:
        """What the next one writes; nothing when all has been said."""
        left = self.texts.get(vraag)
        if not left:
            return None
        line = left.pop(0)
        written = _HIDDEN.sub(r"\1", line.removeprefix("-"))
        self.shown[written] = "" if line.startswith("-") else _HIDDEN.sub(r"\2", line)
        return written

    def read_all(self, enquete: Enquete, rows: Iterable[Inzending]) -> None:
        """As the team did: word by word, one after another."""
        found = [
            Citaat(
                enquete=enquete,
                inzending=row,
                vraag=vraag,
                tekst=self.shown[text],
                status=Citaat.Status.TONEN if self.shown[text] else Citaat.Status.NIET_TONEN,
            )
            for row in rows
            for vraag, text in row.antwoorden.items()
            if isinstance(text, str) and text in self.shown
        ]
        Citaat.objects.bulk_create(found)
