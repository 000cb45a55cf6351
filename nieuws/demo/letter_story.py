"""What a newsletter of the demo says, as the blocks of its page.

An empty line parts blocks. `# ` is a heading, `> ` a quote (with `> — ` for who said it);
`@nieuws <slug>` and `@activiteit <slug>` pick a page, with words of the team below it, and
`@meer <slug> <words>` leads to a page of the ward. All else is text. `{+12}` is a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from wagtail.models import Page

from wijkteams.demo.story import with_dates
from wijkteams.demo.story_text import as_html

Block: TypeAlias = dict[str, Any]
Find: TypeAlias = Callable[[str, str], Page]


def as_letter(story: str, day: date, find: Find) -> list[Block]:
    """The blocks; `find` gives the page of a kind ('nieuws', 'activiteit', 'meer') and slug."""
    chunks = re.split(r"\n\s*\n", with_dates(story, day).strip())
    return [_block(chunk.strip(), find) for chunk in chunks]


def _block(chunk: str, find: Find) -> Block:
    first, _newline, below = chunk.partition("\n")
    if first.startswith("# "):
        return {"type": "heading", "value": {"text": first.removeprefix("# ")}}
    if first.startswith("> "):
        return {"type": "quote", "value": _quote(chunk)}
    if first.startswith("@meer "):
        _kind, slug, words = first.split(" ", 2)
        return {"type": "more", "value": {"page": find("meer", slug).pk, "text": words}}
    if first.startswith("@"):
        kind, slug = first.removeprefix("@").split(" ")
        page = find(kind, slug)
        value = {"page": page.pk, "text": " ".join(below.split()), "with_picture": True}
        return {"type": "item", "value": value}
    return {"type": "text", "value": {"text": as_html(chunk)}}


def _quote(chunk: str) -> dict[str, str]:
    lines = [line.removeprefix(">").strip() for line in chunk.splitlines()]
    source = next((line for line in lines if line.startswith("— ")), "")
    words = " ".join(line for line in lines if line != source)
    return {"quote": words, "source": source.removeprefix("— ")}
