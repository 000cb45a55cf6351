"""Words that stand in every text of the other ward, and finding them in any answer."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

from django.contrib.messages import get_messages

SEARCH = "zqx"
"What a search for all marked texts asks for; an echo of it is no marker."
_ANY = re.compile(r"zqx(?:geheim|openbaar)[a-z0-9]*", re.IGNORECASE)
_SECRET = re.compile(r"zqxgeheim[a-z0-9]*", re.IGNORECASE)


def secret(*words: str) -> str:
    """A text that only those of the ward may read."""
    return "zqxgeheim" + "".join(words)


def public(*words: str) -> str:
    """A text that stands on the public site."""
    return "zqxopenbaar" + "".join(words)


def found_in(response: Any, *, secrets_only: bool = False) -> set[str]:
    """The markers in the status line, the headers, the body and the next page's flash message."""
    pattern = _SECRET if secrets_only else _ANY
    return {marker.lower() for text in _texts(response) for marker in pattern.findall(text)}


def _texts(response: Any) -> list[str]:
    texts = [response.reason_phrase, str(response.headers)]
    request = getattr(response, "wsgi_request", None)
    if request is not None and hasattr(request, "_messages"):
        texts += [str(message) for message in _waiting_messages(request)]
    body = b"".join(response) if response.streaming else response.content
    if is_zipfile(BytesIO(body)):
        with ZipFile(BytesIO(body)) as archive:
            texts += [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return [*texts, body.decode("utf-8", "replace")]


def _waiting_messages(request: Any) -> list[Any]:
    storage = get_messages(request)
    return [*storage._queued_messages, *(storage._loaded_data if storage.used else [])]  # type: ignore[union-attr]
