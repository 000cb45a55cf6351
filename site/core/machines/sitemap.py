"""The list of all public pages, in parts that stay small however many pages there are.

A part holds the pages of one range of numbers, so that it never needs to count or skip rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import XMLGenerator

from django.conf import settings
from django.db.models import F, Max, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core.absolute import absolute

if TYPE_CHECKING:
    from wagtail.query import PageQuerySet

PART_SIZE = 1000
XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True)
class Tree:
    """The pages of one language: where they hang, and how their addresses begin."""

    language: str
    path: str
    url_path: str

    def address(self, url_path: str) -> str:
        """The full address of a page in this tree."""
        prefix = "/" if self.language == settings.LANGUAGE_CODE else f"/{self.language}/"
        return absolute(prefix + url_path.removeprefix(self.url_path))


def trees(request: HttpRequest) -> list[Tree]:
    """The hub in each language in which it is published."""
    site = Site.find_for_request(request)
    if site is None:
        return []
    hubs = (
        Page.objects.live()
        .filter(translation_key=site.root_page.translation_key)
        .values_list("locale__language_code", "path", "url_path")
    )
    known = {code for code, _name in settings.LANGUAGES}
    return [Tree(*hub) for hub in hubs if hub[0] in known]


def public_pages(found: list[Tree]) -> PageQuerySet:
    """The pages of these trees that everybody may read."""
    inside = Q(pk__in=[])
    for tree in found:
        inside |= Q(path__startswith=tree.path)
    return Page.objects.live().public().filter(inside)


@require_safe
@cache_control(max_age=300)
def index(request: HttpRequest) -> HttpResponse:
    """The parts, each with the moment of its last change."""
    parts = (
        public_pages(trees(request))
        .annotate(part=F("pk") / PART_SIZE)
        .values_list("part")
        .annotate(changed=Max("last_published_at"))
        .order_by("part")
    )
    xml = _Xml("sitemapindex", {"xmlns": XMLNS})
    for part, changed in parts:
        with_date = {"loc": absolute(f"/sitemap-{part}.xml"), **_changed(changed)}
        xml.element("sitemap", with_date)
    return xml.response()


@require_safe
@cache_control(max_age=300)
def part(request: HttpRequest, number: int) -> HttpResponse:
    """The pages of one part, with the same page in other languages."""
    found = trees(request)
    first = number * PART_SIZE
    pages = public_pages(found)
    rows = list(
        pages.filter(pk__gte=first, pk__lt=first + PART_SIZE)
        .order_by("pk")
        .values_list("path", "url_path", "last_published_at", "translation_key")
    )
    if not rows:
        raise Http404
    versions = _versions(found, pages, [row[3] for row in rows])
    xml = _Xml("urlset", {"xmlns": XMLNS, "xmlns:xhtml": XHTML})
    for path, url_path, changed, key in rows:
        tree = _tree_of(path, found)
        xml.element(
            "url", {"loc": tree.address(url_path), **_changed(changed)}, versions.get(key, [])
        )
    return xml.response()


def _tree_of(path: str, found: list[Tree]) -> Tree:
    return next(tree for tree in found if path.startswith(tree.path))


def _changed(moment: datetime | None) -> dict[str, str]:
    return {"lastmod": moment.isoformat(timespec="seconds")} if moment else {}


def _versions(
    found: list[Tree],
    pages: PageQuerySet,
    keys: list[Any],
) -> dict[Any, list[tuple[str, str]]]:
    """Language and address of each version of these pages; only of what has more than one."""
    if len(found) < 2:
        return {}
    versions: dict[Any, list[tuple[str, str]]] = {}
    rows = pages.filter(translation_key__in=keys).order_by("pk")
    for key, path, url_path in rows.values_list("translation_key", "path", "url_path"):
        tree = _tree_of(path, found)
        versions.setdefault(key, []).append((tree.language, tree.address(url_path)))
    return {key: links for key, links in versions.items() if len(links) > 1}


class _Xml:
    """Writes a sitemap; escaping is the library's."""

    def __init__(self, root: str, attributes: dict[str, str]) -> None:
        self._out = StringIO()
        self._root = root
        self._xml = XMLGenerator(self._out, "utf-8", short_empty_elements=True)
        self._xml.startDocument()
        self._xml.startElement(root, attributes)  # type: ignore[arg-type]

    def element(
        self, name: str, children: dict[str, str], links: list[tuple[str, str]] | None = None
    ) -> None:
        """One entry."""
        self._xml.startElement(name, {})  # type: ignore[arg-type]
        for child, text in children.items():
            self._xml.startElement(child, {})  # type: ignore[arg-type]
            self._xml.characters(text)
            self._xml.endElement(child)
        for language, url in links or []:
            attributes = {"rel": "alternate", "hreflang": language, "href": url}
            self._xml.startElement("xhtml:link", attributes)  # type: ignore[arg-type]
            self._xml.endElement("xhtml:link")
        self._xml.endElement(name)

    def response(self) -> HttpResponse:
        """The whole, as an answer."""
        self._xml.endElement(self._root)
        self._xml.endDocument()
        return HttpResponse(self._out.getvalue(), content_type="application/xml; charset=utf-8")
