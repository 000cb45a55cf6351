"""Headings of a story in their right order, however the text was typed."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIRST_H2 = re.compile(r"(?=<h2[ >])")
_H3 = re.compile(r"<(/?)h3(?=[ >])")


@dataclass
class HeadingOrder:
    """Knows whether a heading of the second level was there already."""

    has_h2: bool = False

    def mend(self, html: str) -> str:
        """Lift headings of the third level that stand below none of the second.

        Whoever hears a page jumps from heading to heading, and would look for the one in between.
        """
        head, *rest = _FIRST_H2.split(html, maxsplit=1)
        if not self.has_h2:
            head, lifted = _H3.subn(r"<\1h2", head)
            self.has_h2 = bool(lifted or rest)
        return head + "".join(rest)
