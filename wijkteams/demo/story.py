"""Stories of the demo city: plain text with a few signs becomes the blocks of a page.

An empty line parts paragraphs. `## ` is a heading, `- ` a list, `> ` a quote (with `> — ` for
who said it). `!foto file | alt | caption`, `!contact name | role | phone | mail`, and `!info title`
or `!let-op title` with the text on the lines below. `{+12}` is the date twelve days later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import escape
from typing import Any

from django.utils.formats import date_format

Block = dict[str, Any]
PictureOf = Callable[[str, str], int]

_DAY = re.compile(r"\{([+-]\d+)\}")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def with_dates(text: str, day: date) -> str:
    """Fill in the dates, counted from a day, in the language that is active."""

    def as_words(match: re.Match[str]) -> str:
        return date_format(day + timedelta(days=int(match[1])), "l j F")

    return _DAY.sub(as_words, text)


def as_blocks(story: str, picture_of: PictureOf) -> list[Block]:
    """The story as StreamField data; `picture_of` gives the number of a picture by its file."""
    blocks: list[Block] = []
    running: list[str] = []
    for chunk in re.split(r"\n\s*\n", story.strip()):
        special = _special(chunk.strip(), picture_of)
        if special is None:
            running.append(_html(chunk.strip()))
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


def _special(chunk: str, picture_of: PictureOf) -> Block | None:
    if chunk.startswith("> "):
        return {"type": "quote", "value": _quote(chunk)}
    word, _space, rest = chunk.partition(" ")
    if word == "!foto":
        return {"type": "image", "value": _photo(rest, picture_of)}
    if word == "!contact":
        name, role, phone, email = (part.strip() for part in rest.split("|"))
        value = {"name": name, "role": role, "phone": phone, "email": email, "image": None}
        return {"type": "contact", "value": value}
    if word in ("!info", "!let-op"):
        title, _newline, text = rest.partition("\n")
        kind = "info" if word == "!info" else "warning"
        return {"type": "callout", "value": {"kind": kind, "title": title, "text": _html(text)}}
    return None


def _quote(chunk: str) -> dict[str, str]:
    lines = [line.removeprefix(">").strip() for line in chunk.splitlines()]
    source = next((line for line in lines if line.startswith("— ")), "")
    words = " ".join(line for line in lines if line != source)
    return {"quote": words, "source": source.removeprefix("— ")}


def _photo(rest: str, picture_of: PictureOf) -> dict[str, Any]:
    name, alt, caption = (part.strip() for part in rest.split("|"))
    image = {"image": picture_of(name, alt), "alt_text": alt, "decorative": False}
    return {"image": image, "caption": caption}


def _html(chunk: str) -> str:
    lines = chunk.splitlines()
    if chunk.startswith(("### ", "## ")):
        signs, _space, title = chunk.partition(" ")
        return f"<h{len(signs)}>{_inline(title)}</h{len(signs)}>"
    if chunk.startswith("- "):
        items = "\n".join(lines).split("\n- ")
        return (
            "<ul>" + "".join(f"<li>{_inline(i.removeprefix('- '))}</li>" for i in items) + "</ul>"
        )
    return f"<p>{_inline(' '.join(lines))}</p>"


def _inline(text: str) -> str:
    html = escape(" ".join(text.split()), quote=False)
    return _LINK.sub(r'<a href="\2">\1</a>', _BOLD.sub(r"<b>\1</b>", html))
