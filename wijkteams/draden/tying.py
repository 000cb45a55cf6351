"""Binding pages of a ward by hand: what this came from, and what came of it (requirement I10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from wijkteams.draden.makers import makers
from wijkteams.draden.registry import Node, node_of, page_ends
from wijkteams.draden.services import bind
from wijkteams.models import Draad

if TYPE_CHECKING:
    from wagtail.models import Page

    from wijkteams.models import Wijk

MOST = 100
"Of each kind, the newest first: a list in which somebody still finds something."


@dataclass(frozen=True)
class Tie:
    """One thread of a page, with what is at its other end."""

    pk: int
    label: Any
    page: Page
    is_cause: bool
    "It came before; else it came of this."


def ties_of(page: Page, *, drafts_of: Wijk | None) -> list[Tie]:
    """The pages that it is bound to, causes first: what all may read, and drafts of this ward."""
    threads = list(_threads(page))
    found: dict[Node, tuple[Any, Page]] = {}
    for model, end in page_ends().items():
        type_id = ContentType.objects.get_for_model(model).pk
        keys = [other.key for _pk, other, _cause in threads if other.type_id == type_id]
        if not keys:
            continue
        shown = Q(live=True) if drafts_of is None else Q(live=True) | Q(wijk=drafts_of)
        for one in _in_dutch(model).filter(shown, translation_key__in=keys):
            found[Node(type_id, str(one.translation_key))] = end.label, one
    ties = [Tie(pk, *found[other], cause) for pk, other, cause in threads if other in found]
    return sorted(ties, key=lambda tie: (not tie.is_cause, tie.pk))


def choices_for(page: Page, wijk: Wijk | None) -> list[tuple[str, list[tuple[str, str]]]]:
    """Other pages of the ward that are on the site, by kind; not those it is bound to."""
    bound = {other for _pk, other, _cause in _threads(page)}
    groups = []
    for model, end in page_ends().items():
        type_id = ContentType.objects.get_for_model(model).pk
        rows = _in_dutch(model).filter(live=True, wijk=wijk).exclude(pk=page.pk)
        newest = rows.order_by("-first_published_at", "-pk")
        options = [
            (f"{type_id}:{key}", title)
            for key, title in newest.values_list("translation_key", "title")[:MOST]
            if Node(type_id, str(key)) not in bound
        ]
        if options and model is not type(page):
            groups.append((str(end.label), options))
    return groups


def tie(page: Page, choice: str, *, by: Any) -> Draad:
    """Bind it to one of its choices.

    What the team makes of other things (an activity, a news item) came of this page; a theme, which
    is never made of something, came before it.
    """
    type_id, _colon, key = choice.partition(":")
    model: Any = ContentType.objects.get_for_id(int(type_id)).model_class()
    other = _in_dutch(model).get(translation_key=key)
    is_result = model in {maker.model for maker in makers()}
    return bind(*((page, other) if is_result else (other, page)), door=by)


def threads_of(page: Page) -> Any:
    """The rows of its threads, to either side."""
    here = node_of(page)
    begins = Q(van_type=here.type_id, van_sleutel=here.key)
    return Draad.objects.filter(begins | Q(naar_type=here.type_id, naar_sleutel=here.key))


def _threads(page: Page) -> Iterator[tuple[int, Node, bool]]:
    """Of each: its number, the other end, and whether that came before."""
    here = node_of(page)
    for row in threads_of(page).order_by("pk"):
        begin = Node(row.van_type_id, row.van_sleutel)
        end = Node(row.naar_type_id, row.naar_sleutel)
        yield (row.pk, end, False) if begin == here else (row.pk, begin, True)


def _in_dutch(model: Any) -> Any:
    """One of each, whatever languages it is read in."""
    rows = model._default_manager.filter(alias_of=None)
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE)
