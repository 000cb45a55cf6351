"""What can be made of something: an activity, a news item, later an initiative. By app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import Http404

from wijkteams.draden.registry import node_of
from wijkteams.draden.services import bind
from wijkteams.models import Draad

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from wagtail.models import Page

    from wijkteams.models import Wijk

Make: TypeAlias = "Callable[..., Page]"


@dataclass(frozen=True)
class Maker:
    """Makes a draft in a ward, with a title and a summary to begin with.

    `make(wijk, title=…, summary=…, by=…)` raises ValidationError when this user may not.
    """

    name: str
    label: str | Promise
    make: Make
    model: type[Page]
    "What it makes."


_MAKERS: dict[str, Maker] = {}


def register_maker(name: str, label: str | Promise, model: type[Page], make: Make) -> None:
    """Let this be made of signals and themes."""
    _MAKERS[name] = Maker(name, label, make, model)


def makers() -> list[Maker]:
    """All, by name."""
    return [maker for _name, maker in sorted(_MAKERS.items())]


def maker_named(name: str) -> Maker:
    """One of them; else 404."""
    if name not in _MAKERS:
        raise Http404
    return _MAKERS[name]


@transaction.atomic
def make_of(source: Any, name: str, wijk: Wijk, *, by: Any, why: str) -> tuple[Page, bool]:
    """A draft that comes from a page, with the thread between them; and whether it is new.

    As long as such a draft was never published it is the same one: who clicks twice makes one.
    Raises ValidationError when this user may not make it.
    """
    maker = maker_named(name)
    type(source)._default_manager.select_for_update(of=("self",)).get(pk=source.pk)
    begin, made_type = node_of(source), ContentType.objects.get_for_model(maker.model)
    keys = Draad.objects.filter(
        van_type=begin.type_id, van_sleutel=begin.key, naar_type=made_type
    ).values_list("naar_sleutel", flat=True)
    drafts = maker.model._default_manager.filter(live=False, first_published_at=None)
    found = drafts.filter(translation_key__in=list(keys)).order_by("pk").first()
    if found is not None:
        return found, False
    made = maker.make(wijk, title=source.title, summary=source.summary, by=by)
    bind(source, made, why, door=by)
    return made, True
