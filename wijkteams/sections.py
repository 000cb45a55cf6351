"""The sections of a ward. Apps register theirs in `ready()`; the ward knows no app by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from core.models import BasePage
    from wijkteams.models import Wijk


@dataclass(frozen=True)
class Section:
    """A part of a ward's site that is made with the ward."""

    slug: str
    order: int
    build: Callable[[Wijk], BasePage]
    door: str = ""
    "The task of a wijkteam (see `doors.TASKS`) whose door leads to this section."
    door_text: str | Promise = ""


_SECTIONS: dict[str, Section] = {}


def register_section(section: Section) -> None:
    """Add a section to every ward that is opened from now on."""
    _SECTIONS[section.slug] = section


def sections() -> list[Section]:
    """All sections, in the order of the ward's menu."""
    return sorted(_SECTIONS.values(), key=lambda section: (section.order, section.slug))
