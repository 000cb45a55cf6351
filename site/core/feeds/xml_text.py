"""Texts as XML can hold them."""

from __future__ import annotations

import re

# XML has no way to write these, not even escaped.
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return NOT_IN_XML.sub("", text)
