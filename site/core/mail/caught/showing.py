"""What there is to see of one mail: as HTML, as text, and as it goes over the line."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from django.utils.translation import gettext as _

from core.mail.caught.folder import CaughtMail

SOURCE_SHOWN = 100_000
"Of the source, in characters; all of it can be fetched as a file."
# Mail programs show buttons of their own for what these headers say.
TELLING = (
    "From",
    "To",
    "Reply-To",
    "Subject",
    "Date",
    "Message-ID",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
)
_LINK = re.compile(r"https?://[^\s<>\"]+")


def part_of(mail: CaughtMail, kind: str) -> str:
    """The body of this kind ('html', 'plain'); empty when there is none."""
    body: Any = mail.parsed().get_body((kind,))
    return str(body.get_content()) if body is not None else ""


def headers_of(mail: CaughtMail) -> list[tuple[str, str]]:
    """What a mail program reads before it shows the mail."""
    return [(name, str(mail.headers[name])) for name in TELLING if mail.headers[name]]


def source_of(mail: CaughtMail) -> tuple[str, bool]:
    """Every byte of it, as text, and whether that is all."""
    text = mail.raw.decode("utf-8", errors="replace")
    return text[:SOURCE_SHOWN], len(text) <= SOURCE_SHOWN


class _Links(HTMLParser):
    """Collects where links lead, with what stands on them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._href: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a":
            self._href, self._words = values.get("href") or "", []
        elif tag == "img" and self._href is not None:
            self._words.append(values.get("alt") or "")

    def handle_data(self, data: str) -> None:
        if self._href is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._href is not None:
            self.found.append((self._href, " ".join(" ".join(self._words).split())))
            self._href = None


def links_of(mail: CaughtMail) -> list[tuple[str, str]]:
    """Where the links in a mail lead, each once, with their words: to try them from here."""
    reader = _Links()
    reader.feed(part_of(mail, "html"))
    reader.close()
    found = reader.found + [(url, "") for url in _LINK.findall(part_of(mail, "plain"))]
    words: dict[str, str] = {}
    for url, text in found:
        url = url.rstrip(".,;)")
        if url.startswith(("http://", "https://")):
            words[url] = words.get(url) or text
    return [(url, text or _("Link in de tekst")) for url, text in words.items()]
