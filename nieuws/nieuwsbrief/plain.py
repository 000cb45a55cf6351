"""A newsletter as plain text, for who reads mail without HTML."""

from __future__ import annotations

import textwrap
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.absolute import absolute
from nieuws.nieuwsbrief.parts import (
    Entries,
    Entry,
    Heading,
    More,
    Part,
    Photo,
    Quote,
    Ways,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDTH = 72
RULE = "-" * 30


def text_of(context: dict[str, Any]) -> str:
    """The whole mail; what stands in `context` is what the HTML is made of."""
    page = context["page"]
    day = formats.date_format(page.date, "j F Y")
    paragraphs = [
        f"{_('Nieuwsbrief')} {context['name']} · {day}",
        page.title.upper(),
        page.summary,
        *(text for part in context["letter"].parts for text in _part(part)),
        RULE,
        *_foot(context),
    ]
    return "\n\n".join(wrapped(text) for text in paragraphs if text.strip()) + "\n"


def wrapped(text: str) -> str:
    """Lines of a readable width; addresses stay whole."""
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        for line in text.splitlines()
    )


def _part(part: Part) -> Iterable[str]:
    match part:
        case Heading():
            return _heading(part.text)
        case Entries():
            return _entries(part)
        case More():
            return [_link(part.text, part.url)]
        case Words():
            return [words_of(part.html)]
        case Photo():
            said = ". ".join(text for text in (part.picture.alt, part.caption) if text)
            return [_("[Foto: %(text)s]") % {"text": said}] if said else []
        case Quote():
            return [f"“{part.quote}”" + (f"\n{part.source}" if part.source else "")]
        case Ways():
            return [_link(way.text, way.url) for way in part.ways]
    return []


def _heading(text: str) -> list[str]:
    return [f"{text.upper()}\n{'=' * min(len(text), WIDTH)}"] if text else []


def _entries(part: Entries) -> Iterator[str]:
    yield from _heading(part.heading)
    for entry in part.entries:
        yield "\n".join(_entry(entry))
    for more in part.more:
        yield _link(more.text, more.url)


def _entry(entry: Entry) -> Iterator[str]:
    item, line = entry.item, entry.line
    yield f"* {item.title}"
    if line is not None:
        day = capfirst(formats.date_format(line.day, "l j F"))
        hour = _("%(hour)s uur") % {"hour": line.hour} if line.hour else ""
        yield ", ".join(text for text in (day, hour, item.place) if text)
        if line.label is not None and line.label.tone != "good":
            yield str(line.label.words)
        if entry.note:
            yield entry.note
    elif item.summary:
        yield item.summary
    yield absolute(item.url)


def _link(text: str, url: str) -> str:
    return f"{text}:\n{whole(url)}"


def whole(url: str) -> str:
    """The whole address, of our own pages too."""
    return absolute(url) if url.startswith("/") and not url.startswith("//") else url


def _foot(context: dict[str, Any]) -> Iterator[str]:
    if context["colofon"]:
        yield context["colofon"]
    yield _(
        "U krijgt deze mail omdat u zich hebt aangemeld voor nieuws van %(name)s. "
        "Wij zien niet of u de mail opent."
    ) % {"name": context["name"]}
    if context["reply_to"]:
        yield _("Antwoorden mag: uw mail komt bij ons aan.")
    for text, url in (
        (_("Bekijk online"), context["online_url"]),
        (_("Kies wat u krijgt"), context["manage"]),
        (_("Afmelden"), context["unsubscribe"]),
        (_("Doorgestuurd gekregen? Meld u zelf aan"), context["sign_up_url"]),
    ):
        yield f"{text}:\n{url}"


def words_of(html: str) -> str:
    """Running text without its HTML, with the addresses of its links."""
    reader = _Words()
    reader.feed(html)
    reader.close()
    return "\n".join(line.strip() for line in "".join(reader.found).strip().splitlines())


class _Words(HTMLParser):
    """Reads the few elements that a text of an editor has."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._link = ""
        self._numbers: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h2", "h3", "ul", "ol"):
            self.found.append("\n\n")
        if tag in ("ul", "ol"):
            self._numbers.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.found.append(f"\n{self._bullet()} ")
        elif tag == "br":
            self.found.append("\n")
        elif tag == "a":
            self._link = dict(attrs).get("href") or ""

    def _bullet(self) -> str:
        if not self._numbers or self._numbers[-1] is None:
            return "-"
        self._numbers[-1] += 1
        return f"{self._numbers[-1]}."

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol") and self._numbers:
            self._numbers.pop()
        elif tag == "a" and self._link:
            self.found.append(f" ({whole(self._link)})")
            self._link = ""

    def handle_data(self, data: str) -> None:
        self.found.append(" ".join(data.split("\n")) if data.strip() else data)
