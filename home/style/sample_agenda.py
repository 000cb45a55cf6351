"""What the samples of an agenda show."""

from __future__ import annotations

import datetime
from typing import Any

from home.style.sample_wards import NOWHERE
from home.style.sample_words import Words
from wijkteams.activiteiten.agenda.bar import Chip
from wijkteams.activiteiten.agenda.lines import Line
from wijkteams.activiteiten.agenda.states import LABELS
from wijkteams.listing import ListItem

DAY = datetime.date(2026, 4, 3)
HOURS = ("10.00", "14.30", "", "19.00")


def agenda(words: Words, palette: str) -> dict[str, Any]:
    """Four lines, each in another state; choices; and a list to choose from."""
    states = ("inloop", "wachtlijst", "plekken", "afgelast")
    named = enumerate(zip(words.titles, HOURS, states, strict=True))
    return {
        "lines": [_line(words, palette, *each, number) for number, each in named],
        "labels": [LABELS[state] for state in states],
        "chips": [Chip(text, NOWHERE, not number) for number, text in enumerate(words.menu)],
        "choices": [(str(number), text) for number, text in enumerate(words.wards)],
    }


def _line(words: Words, palette: str, title: str, hour: str, state: str, number: int) -> Line:
    item = ListItem(
        kind="activiteit",
        kind_label="",
        title=title,
        url=NOWHERE,
        wijk_name=words.ward,
        palette=palette,
        place=words.place,
        status=state,
    )
    return Line(item, DAY, hour, label=LABELS[state], is_free=not number)
