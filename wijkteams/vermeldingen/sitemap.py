"""The list of all public pages, in parts that stay small however many pages there are.

A part holds the pages of one range of numbers, so that it never needs to count or skip any. Of a
series only the page itself stands here: its times come and go.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from django.conf import settings
from django.db.models import F, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from core import page_cache
from core.absolute import absolute
from wijkteams.models import Vermelding

if TYPE_CHECKING:
    Links = dict[UUID, list[tuple[str, str]]]

PART_SIZE = 1000
BIGGEST = 2**63
XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def languages(request: HttpRequest) -> dict[int, str]:
    """The languages in which the hub is published: code by locale."""
    site = Site.find_for_request(request)
    if site is None:
        return {}
    hubs = Page.objects.live().filter(translation_key=site.root_page.translation_key)
    known = {code for code, _name in settings.LANGUAGES}
    found = hubs.values_list("locale", "locale__language_code")
    return {locale: code for locale, code in found if code in known}


def public_rows(found: dict[int, str]) -> QuerySet[Vermelding]:
    """What everybody may read in these languages."""
    page_cache.shows("sitemap")
    return Vermelding.objects.filter(is_public=True, locale__in=found, occurrence="")


@require_safe
@cache_control(max_age=300)
def index(request: HttpRequest) -> HttpResponse:
    """The parts, each with the moment of its last change."""
    parts = (
        public_rows(languages(request))
        .annotate(part=F("object_id") / PART_SIZE)
        .values_list("part")
        .annotate(changed=Max("last_published_at"))
        .order_by("part")
    )
    entries = [
        f"<sitemap>{_loc(absolute(f'/sitemap-{number}.xml'))}{_changed(changed)}</sitemap>"
        for number, changed in parts
    ]
    return _response("sitemapindex", f'xmlns="{XMLNS}"', entries)


@require_safe
@cache_control(max_age=300)
def part(request: HttpRequest, number: int) -> HttpResponse:
    """The pages of one part, with the same page in other languages."""
    first = number * PART_SIZE
    if first + PART_SIZE >= BIGGEST:
        raise Http404
    found = languages(request)
    rows = public_rows(found).filter(object_id__gte=first, object_id__lt=first + PART_SIZE)
    pages = list(
        rows.order_by("object_id", "pk").values_list("translation_key", "url", "last_published_at")
    )
    if not pages:
        raise Http404
    links = _versions(found, rows)
    entries = [
        f"<url>{_loc(absolute(url))}{_changed(changed)}{_links(links.get(key, []))}</url>"
        for key, url, changed in pages
    ]
    return _response("urlset", f'xmlns="{XMLNS}" xmlns:xhtml="{XHTML}"', entries)


def _versions(found: dict[int, str], rows: QuerySet[Vermelding]) -> Links:
    """Language and address of each version of these pages; only of what has more than one."""
    if len(found) < 2:
        return {}
    versions: Links = {}
    asked = public_rows(found).filter(translation_key__in=rows.values("translation_key"))
    for key, locale, url in asked.order_by("pk").values_list("translation_key", "locale", "url"):
        versions.setdefault(key, []).append((found[locale], absolute(url)))
    return {key: links for key, links in versions.items() if len(links) > 1}


def _loc(address: str) -> str:
    return f"<loc>{escape(address)}</loc>"


def _changed(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""


def _links(links: list[tuple[str, str]]) -> str:
    return "".join(
        f'<xhtml:link rel="alternate" hreflang={quoteattr(language)} href={quoteattr(url)}/>'
        for language, url in links
    )


def _response(root: str, attributes: str, entries: Iterable[str]) -> HttpResponse:
    xml = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<{root} {attributes}>{"".join(entries)}</{root}>'
    )
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")
