"""Everything that the style page shows: components with a sample, and blocks with their preview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block

from core.blocks import StoryBlock
from home.style.parts import AGENDA, FORMS, FRAME, LISTS, TEXT, WARD, Part

if TYPE_CHECKING:
    from django.utils.functional import Promise

TEMPLATES = Path(settings.ASSETS_DIR) / "templates"
BLOCK_PREFIX = "blok-"
MEDIUM = "midden"


@dataclass(frozen=True)
class Group:
    """Parts that people look for together."""

    slug: str
    title: str | Promise
    parts: list[Part]


def groups() -> list[Group]:
    """All groups in the order of the page; what nobody described yet comes last."""
    described = [
        Group("tekst", _("Tekst, beeld en meldingen"), list(TEXT)),
        Group("lijsten", _("Kaarten en lijsten"), list(LISTS)),
        Group("agenda", _("Agenda"), list(AGENDA)),
        Group("wijk", _("De wijk"), list(WARD)),
        Group("formulieren", _("Formulieren"), list(FORMS)),
        Group("rand", _("Kop en voet"), list(FRAME)),
        Group("blokken", _("Blokken"), block_parts()),
    ]
    known = {part.name for group in described for part in group.parts}
    others = [Part(name, name, "", "") for name in sample_names() if name not in known]
    return [*described, Group("overig", _("Overig"), others)] if others else described


def sample_names() -> list[str]:
    """The names of the files in templates/samples/."""
    return sorted(path.stem for path in (TEMPLATES / "samples").glob("*.html"))


def block_parts() -> list[Part]:
    """The blocks of a story: they describe and show themselves."""
    return [
        Part(
            name=f"{BLOCK_PREFIX}{name}",
            title=block.label,
            use=block.get_description(),
            avoid="",
            template=block.meta.template or "",
            height=MEDIUM,
        )
        for name, block in story_blocks().items()
    ]


def story_blocks() -> dict[str, Block]:
    """The blocks that every page may hold, by their key."""
    return dict(StoryBlock().child_blocks)


def find_group(slug: str) -> Group | None:
    """The group of this name."""
    return next((group for group in groups() if group.slug == slug), None)


def find_parts(wanted: str) -> tuple[str | Promise, list[Part]] | None:
    """What to show: a part by its name, a group as `groep-<slug>`, or `alles`; with its title."""
    if wanted == "alles":
        return _("Alles"), [part for group in groups() for part in group.parts]
    if wanted.startswith("groep-"):
        group = find_group(wanted.removeprefix("groep-"))
        return (group.title, group.parts) if group else None
    for group in groups():
        for part in group.parts:
            if part.name == wanted:
                return part.title, [part]
    return None
