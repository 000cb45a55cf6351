"""Looking into a message of which nothing is certain: neither its charset nor that it is whole."""

from __future__ import annotations

import email
from collections.abc import Iterator
from contextlib import suppress
from email.header import decode_header, make_header
from email.message import Message
from itertools import islice
from typing import TypeAlias

BIGGEST = 512 * 1024
"What is read of a message; the rest is the mail that came back."
MOST_PARTS = 50
LONGEST_TEXT = 64 * 1024

Mail: TypeAlias = "Message[str, str]"


def parse(raw: bytes) -> Mail:
    """The message; raises nothing, whatever the bytes are."""
    return email.message_from_bytes(raw[:BIGGEST])


def parts_of(message: Mail) -> Iterator[Mail]:
    """The message and what is in it, bounded."""
    return islice(message.walk(), MOST_PARTS)


def header(message: Mail, name: str) -> str:
    """A header in words, on one line; empty when it is not there."""
    value = str(message.get(name, ""))
    with suppress(LookupError, ValueError):  # a charset that nobody knows, or bytes that are none
        value = str(make_header(decode_header(value)))
    return " ".join(value.split())


def text_of(message: Mail) -> str:
    """What a person would read: the text parts, or else the HTML without its tags."""
    texts = [_decoded(part) for part in _own_parts(message, "text/plain")]
    if not any(text.strip() for text in texts):
        texts = [_untagged(_decoded(part)) for part in _own_parts(message, "text/html")]
    return "\n".join(texts)[:LONGEST_TEXT]


def _own_parts(message: Mail, kind: str) -> Iterator[Mail]:
    """The parts of the report itself, not those of the mail that came back with it."""
    if message.get_content_type() == kind:
        yield message
    elif message.get_content_maintype() == "multipart" and message.is_multipart():
        for part in islice(message.get_payload(), MOST_PARTS):
            if isinstance(part, Message):
                yield from _own_parts(part, kind)


def _decoded(part: Mail) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8", errors="replace")
    except (LookupError, ValueError):
        return data.decode("latin-1")


def _untagged(html: str) -> str:
    from django.utils.html import strip_tags

    return strip_tags(html)
