"""All addresses that the site answers, as Django's resolver has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    """One line of the URLconf."""

    path: str
    name: str
    "As `resolver_match.view_name` has it."
    arguments: tuple[tuple[str, str], ...]
    "Name and kind of each argument."

    @property
    def is_cms(self) -> bool:
        return self.path.startswith("beheer/")


def all_routes() -> list[Route]:
    """Every address, in the order in which Django tries them."""
    return list(_walk(get_resolver(), "", ()))


def _walk(resolver: Any, prefix: str, spaces: tuple[str, ...]) -> Iterator[Route]:
    for part in resolver.url_patterns:
        path = prefix + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from _walk(part, path, (*spaces, part.namespace) if part.namespace else spaces)
        elif isinstance(part, URLPattern):
            yield Route(path, ":".join((*spaces, part.name or part.lookup_str)), _arguments(part))


def _arguments(part: URLPattern) -> tuple[tuple[str, str], ...]:
    converters = getattr(part.pattern, "converters", None) or {}
    if converters:
        return tuple((name, type(kind).__name__) for name, kind in converters.items())
    regex: Any = part.pattern.regex
    return tuple((name, "regex") for name in regex.groupindex)
