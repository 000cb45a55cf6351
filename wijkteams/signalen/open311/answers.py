"""Answers as the standard writes them: the same in JSON and in XML."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from django.http import HttpResponse

from core.feeds.xml_text import plain

JSON, XML = "json", "xml"
CONTENT_TYPES = {JSON: "application/json; charset=utf-8", XML: "text/xml; charset=utf-8"}
DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'
ONE_OF = {
    "services": "service",
    "service_requests": "request",
    "service_request_updates": "request_update",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
}
"What one thing is called in the XML of many."


class RefusedError(Exception):
    """Something that cannot be done as it was asked; said in the answer."""

    def __init__(self, status: int, description: str, *, wait: int = 0) -> None:
        super().__init__(description)
        self.status, self.description, self.wait = status, description, wait


def written(fmt: str, root: str, content: Any, *, status: int = 200) -> HttpResponse:
    """A list (in XML under `root`) or one thing, in the form that was asked for."""
    if fmt == JSON:
        body = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    else:
        parts = [DECLARATION]
        _write(parts, root, content)
        body = "".join(parts)
    return HttpResponse(body.encode(), content_type=CONTENT_TYPES[fmt], status=status)


def refusal(fmt: str, error: RefusedError) -> HttpResponse:
    """The errors of the standard: a code and a sentence, at least one."""
    errors = [{"code": error.status, "description": error.description}]
    response = written(fmt, "errors", errors, status=error.status)
    if error.wait:
        response["Retry-After"] = str(error.wait)
    return response


def _write(parts: list[str], name: str, value: Any) -> None:
    if value is None or value == "":
        parts.append(f"<{name}/>")
        return
    parts.append(f"<{name}>")
    if isinstance(value, Mapping):
        for key, inner in value.items():
            _write(parts, key, inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            _write(parts, ONE_OF[name], inner)
    else:
        parts.append(_text(value))
    parts.append(f"</{name}>")


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return escape(plain(str(value)))
