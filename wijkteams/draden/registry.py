"""What can be an end of a thread. Apps register their models in `ready()`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

if TYPE_CHECKING:
    from django.db.models import Model
    from django.utils.functional import Promise
    from wagtail.models import Locale


class Node(NamedTuple):
    """One end: the number of its content type, and its key."""

    type_id: int
    key: str


@dataclass(frozen=True)
class Shown:
    """What all may read of one end."""

    title: str
    url: str
    when: date | None = None
    words: str = ""
    tags: tuple[str, ...] = ()
    "What a kept answer that shows it depends on (core.page_cache)."
    before: Before | None = None


@dataclass(frozen=True)
class Before:
    """What many small things that led to it are called together, such as '10 signalen'."""

    label: str | Promise
    title: str
    icon: str
    when: date | None = None
    words: str = ""


Read: TypeAlias = "Callable[[Collection[str], Locale], dict[str, Shown]]"
Links: TypeAlias = "Callable[[Collection[str]], list[tuple[Node, Node]]]"


@dataclass(frozen=True)
class End:
    """How things of one model are shown in a thread."""

    label: str | Promise
    icon: str
    "A template, such as 'icons/people.svg'."
    read: Read
    "By key; what not all may see is left out."
    links: Links | None = None
    "Threads that are kept elsewhere than in `Draad`."


_ENDS: dict[type[Model], End] = {}


def register_end(model: type[Model], end: End) -> None:
    """Let things of this model be an end."""
    _ENDS[model] = end


def ends_by_type() -> dict[int, End]:
    """All ends, by the number of their content type."""
    types = ContentType.objects.get_for_models(*_ENDS)
    return {types[model].pk: end for model, end in _ENDS.items()}


def page_ends() -> dict[type[Page], End]:
    """Those that are pages: the team can bind these by hand (draden.tying)."""
    return {model: end for model, end in _ENDS.items() if issubclass(model, Page)}


def node_of(thing: Any) -> Node:
    """The end that a row or a page is: of a page all translations are the same."""
    if isinstance(thing, Page):
        return Node(thing.content_type_id, str(thing.translation_key))
    return Node(ContentType.objects.get_for_model(type(thing)).pk, str(thing.pk))


def end_of(thing: Any) -> End | None:
    """How things of this model are shown; None for what no app registered."""
    return _ENDS.get(type(thing))
