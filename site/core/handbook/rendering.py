"""From Markdown to the HTML of the CMS.

HTML in the source is shown as text, and links of odd kinds are refused: markdown-it does both by
itself, so nothing has to be cleaned afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
CHAPTER = re.compile(r"(?P<name>[A-Za-z0-9-]+)\.md(?P<anchor>#[a-z0-9-]+)?")
PICTURE = re.compile(r"beelden/(?P<name>[a-z0-9-]+)\.webp")
# Wide on a phone: it scrolls by itself, also with the keyboard.
TABLE = '<div class="handboek__tabel" role="group" tabindex="0"><table>'


@dataclass(frozen=True)
class Heading:
    """A heading of a chapter, to jump to."""

    anchor: str
    text: str


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.add_render_rule("table_open", lambda *args: TABLE)
    parser.add_render_rule("table_close", lambda *args: "</table></div>")
    return parser


def render(source: str) -> str:
    """Safe HTML, with links that work inside the CMS."""
    parser = _parser()
    tokens = parser.parse(COMMENT.sub("", source))
    for token in _all(tokens):
        _point_into_the_cms(token)
    for heading, token in _second_level(tokens):
        token.attrSet("id", heading.anchor)
    return str(parser.renderer.render(tokens, parser.options, {}))


def headings(source: str) -> Iterator[Heading]:
    """The headings of the second level."""
    for heading, _token in _second_level(_parser().parse(source)):
        yield heading


def _second_level(tokens: Sequence[Token]) -> Iterator[tuple[Heading, Token]]:
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            text = "".join(part.content for part in tokens[at + 1].children or [])
            yield Heading(slugify(text), text), token


def _all(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _point_into_the_cms(token: Token) -> None:
    if token.type == "link_open" and (link := CHAPTER.fullmatch(str(token.attrGet("href")))):
        token.attrSet("href", chapter_url(link["name"]) + (link["anchor"] or ""))
    if token.type == "image" and (shown := PICTURE.fullmatch(str(token.attrGet("src")))):
        for name, value in _picture_attributes(shown["name"]).items():
            token.attrSet(name, value)


def _picture_attributes(name: str) -> dict[str, Any]:
    from core.handbook.chapters import picture_path

    found: dict[str, Any] = {"src": reverse("handleiding:picture", args=[name]), "loading": "lazy"}
    path = picture_path(name)
    if path is not None:
        with Image.open(path) as picture:
            found["width"], found["height"] = (str(size) for size in picture.size)
    return found


def chapter_url(name: str) -> str:
    """Where a chapter stands in the CMS."""
    if name == "README":
        return reverse("handleiding:index")
    return reverse("handleiding:chapter", args=[name])
