"""Which screens give everybody the same answer. A new one is not kept until its app says so."""

from __future__ import annotations

from django.http import HttpRequest

_OPEN: set[str] = set()


def open_to_all(*names: str) -> None:
    """The screens with these names show the same to whoever is not logged in."""
    _OPEN.update(names)


def is_open(request: HttpRequest) -> bool:
    """Whether the screen that answered is one of them."""
    match = request.resolver_match
    return match is not None and match.view_name in _OPEN
