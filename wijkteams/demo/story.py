"""Stories of the demo city: plain text with a few signs becomes the blocks of a page.

An empty line parts paragraphs. `## ` is a heading, `- ` a list, `> ` a quote (with `> — ` for
who said it). A line that begins with `!` is another block; `story_blocks` says which there are.
`{+12}` is the date twelve days later.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.utils.formats import date_format

from .story_blocks import BUILDERS, Block, Sources
from .story_text import as_html

_DAY = re.compile(r"\{([+-]\d+)\}")


def with_dates(text: str, day: date) -> str:
    """Fill in the dates, counted from a day, in the language that is active."""

    def as_words(match: re.Match[str]) -> str:
        return date_format(day + timedelta(days=int(match[1])), "l j F")

    return _DAY.sub(as_words, text)


def as_blocks(story: str, sources: Sources) -> list[Block]:
    """The story as StreamField data; `sources` gives the numbers of pictures and documents."""
    blocks: list[Block] = []
    running: list[str] = []
    for chunk in re.split(r"\n\s*\n", story.strip()):
        special = _special(chunk.strip(), sources)
        if special is None:
            running.append(as_html(chunk.strip()))
            continue
        _flush(running, blocks)
        blocks.append(special)
    _flush(running, blocks)
    return blocks


def _flush(running: list[str], blocks: list[Block]) -> None:
    html = "".join(running)
    if html:
        blocks.append({"type": "text", "value": {"text": html}})
    running.clear()


def _special(chunk: str, sources: Sources) -> Block | None:
    if chunk.startswith("> "):
        return {"type": "quote", "value": _quote(chunk)}
    first, _newline, below = chunk.partition("\n")
    word, _space, head = first.partition(" ")
    if not word.startswith("!"):
        return None
    kind, build = BUILDERS[word]
    return {"type": kind, "value": build(head.strip(), below, sources)}


def _quote(chunk: str) -> dict[str, str]:
    lines = [line.removeprefix(">").strip() for line in chunk.splitlines()]
    source = next((line for line in lines if line.startswith("— ")), "")
    words = " ".join(line for line in lines if line != source)
    return {"quote": words, "source": source.removeprefix("— ")}
