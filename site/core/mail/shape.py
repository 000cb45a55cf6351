"""HTML as mail programs take it: style with each element, plain ASCII, short lines."""

from __future__ import annotations

from functools import lru_cache

from css_inline import CSSInliner

LONGEST_LINE = 990
"In bytes. SMTP takes 998 and the end of the line (RFC 5321 §4.5.3.1.6)."


@lru_cache(maxsize=1)
def _inliner() -> CSSInliner:
    """Reads no file and no other host. What has no place with an element stays in the head."""
    return CSSInliner(
        keep_at_rules=True, remove_inlined_selectors=True, load_remote_stylesheets=False
    )


def inlined(html: str) -> str:
    """The rules of <style> written with each element: many mail programs throw the head away."""
    return str(_inliner().inline(html))


def ready_to_send(html: str) -> str:
    """The same document in pure ASCII and short lines: it needs no other coding on its way.

    Signs outside ASCII become character references; a <style> must hold none.
    """
    text = html.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return short_lines(text)


def short_lines(text: str, longest: int = LONGEST_LINE) -> str:
    """No line has more bytes: too long ones go on after a space, and else between two signs."""
    return "\n".join(part for line in text.splitlines() for part in _parts(line, longest))


def _parts(line: str, longest: int) -> list[str]:
    found = []
    while len(line.encode()) > longest:
        head = line.encode()[:longest].decode(errors="ignore")
        space = head.rfind(" ", 1)
        cut = space if space > 0 else len(head)
        found.append(line[:cut])
        line = line[cut:].removeprefix(" ")
    return [*found, line]
