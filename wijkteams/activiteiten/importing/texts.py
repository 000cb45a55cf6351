"""The words of an activity of another: plain text, no more than we show, nothing of people."""

from __future__ import annotations

import hashlib
import html
import re
from typing import Any
from urllib.parse import urlsplit

from wijkteams.activiteiten.importing.components import Component
from wijkteams.activiteiten.importing.lines import words_of
from wijkteams.activiteiten.importing.refusals import not_ours

LONGEST = {"title": 255, "description": 5000, "place": 120, "category": 60}
LONGEST_UID = 255
MOST_CATEGORIES = 5
_TAG = re.compile(r"<[^<>]{0,500}>")
_BREAK = re.compile(r"<\s*(?:br|/p|/div|/li|/h[1-6])\b[^<>]{0,100}>", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r"\n{3,}")
# What turns the order of letters around, or is not to be seen.
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufff0-\uffff]")


def texts_of(event: Component) -> dict[str, Any]:
    """Title, description, place, address and categories."""
    return {
        "title": " ".join(_plain(event.value("SUMMARY")).split())[: LONGEST["title"]],
        "description": _plain(event.value("DESCRIPTION"))[: LONGEST["description"]],
        "place": " ".join(_plain(event.value("LOCATION")).split())[: LONGEST["place"]],
        "url": _address(event.value("URL")),
        "categories": _categories(event),
    }


def uid_of(event: Component) -> str:
    """Its name there; a very long one by what it comes down to. Raises NotOurs."""
    uid = "".join(sign for sign in event.value("UID") if sign.isprintable())
    if not uid:
        raise not_ours("uid")
    if len(uid) > LONGEST_UID - 25:
        return hashlib.sha256(uid.encode()).hexdigest()
    return uid


def _plain(value: str) -> str:
    """As text: programs put HTML in it, and signs that are written twice over."""
    text = _TAG.sub("", _BREAK.sub("\n", words_of(value)))
    text = _UNSEEN.sub("", html.unescape(text))
    # What only became a tag by unescaping stays text: whoever shows it, escapes it.
    lines = [_SPACES.sub(" ", line).strip() for line in text.splitlines()]
    return _LINES.sub("\n\n", "\n".join(lines)).strip()


def _address(value: str) -> str:
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    fits = len(value) <= 500 and value.isascii() and value.isprintable() and " " not in value
    safe = parts.scheme in {"http", "https"} and parts.netloc and "@" not in parts.netloc
    return value if fits and safe else ""


def _categories(event: Component) -> list[str]:
    found: list[str] = []
    for line in event.lines.get("CATEGORIES", ()):
        found += [_plain(part)[: LONGEST["category"]] for part in re.split(r"(?<!\\),", line.value)]
    return list(dict.fromkeys(part for part in found if part))[:MOST_CATEGORIES]
