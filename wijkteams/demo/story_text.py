"""Running text of a story, as the HTML of rich text."""

from __future__ import annotations

import re
from html import escape

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def as_html(chunk: str) -> str:
    """One paragraph, heading or list."""
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
