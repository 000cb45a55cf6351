"""Where a page stands: the way up, other languages. Apps add their own part (a ward its menu)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from django.http import HttpRequest
from django.utils.translation import get_language_info
from wagtail.models import Page

from core.absolute import absolute
from core.places import url_of
from core.surroundings import surroundings_of

if TYPE_CHECKING:
    from core.models import BasePage

FramePart: TypeAlias = "Callable[[BasePage, list[Page], HttpRequest], dict[str, Any]]"

_PARTS: list[FramePart] = []


def register_frame_part(part: FramePart) -> None:
    """Let an app add to the frame of every page; it gets the page and its ancestors (hub first)."""
    if part not in _PARTS:
        _PARTS.append(part)


def page_frame(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """Breadcrumbs, languages and what apps add, for the frame around a page."""
    around = surroundings_of(page, request)
    ancestors = around.ancestors
    frame: dict[str, Any] = {
        "breadcrumbs": [{"title": a.title, "url": url_of(a, request)} for a in ancestors],
        "canonical_url": absolute(url_of(page, request)),
        **_languages(page, around.versions, request),
    }
    for part in _PARTS:
        frame.update(part(page, ancestors, request))
    return frame


def _languages(page: BasePage, versions: list[Page], request: HttpRequest) -> dict[str, Any]:
    """The languages in which this page can be read; empty when there is but one."""
    if len(versions) < 2:
        return {"languages": [], "alternates": []}
    languages = [
        {
            "code": version.locale.language_code,
            "name": get_language_info(version.locale.language_code)["name_local"],
            "url": url_of(version, request),
            "current": version.pk == page.pk,
        }
        for version in versions
    ]
    alternates = [
        {"code": version.locale.language_code, "url": absolute(url_of(version, request))}
        for version in versions
    ]
    return {"languages": languages, "alternates": alternates}
