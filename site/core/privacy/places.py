"""Where somebody is named in what everybody may read: the ward's memory, so no machine's to cut.

An editor sees this list before an erasure, and may write the sentence anew or ask the person.
What is left then, loses the name only: '[weggehaald]' stands there, the rest of the text stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from core.privacy.person import Person
from core.privacy.sweep import around, mentions


@dataclass(frozen=True)
class Place:
    """One field in which the person is named."""

    what: str
    title: str
    field: str
    excerpts: tuple[str, ...]
    edit_url: str
    is_public: bool


def places_of(person: Person, user: Any) -> list[Place]:
    """Pages first. Histories and logs are not listed: nobody can edit those."""
    finder = AdminURLFinder(user)
    found: dict[tuple[str, Any, str], Place] = {}
    for row, name in mentions(person):
        edit_url = finder.get_edit_url(row) or ""
        is_page = isinstance(row, Page)
        if edit_url and (not is_page or type(row) is not Page or _is_own(row, name)):
            found[_key(row, name)] = Place(
                what=str(row._meta.verbose_name),
                title=str(row),
                field=str(row._meta.get_field(name).verbose_name),
                excerpts=tuple(around(row, name, person)[:3]),
                edit_url=edit_url,
                is_public=bool(is_page and row.live),
            )
    return sorted(found.values(), key=lambda place: (not place.is_public, place.title))


def _is_own(row: Page, name: str) -> bool:
    """The title stands in the table of all pages; 'draft title' and the like repeat it."""
    return name in {"title", "seo_title", "search_description"}


def _key(row: Any, name: str) -> tuple[str, Any, str]:
    return ("page" if isinstance(row, Page) else row._meta.label, row.pk, name)
