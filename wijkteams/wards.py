"""Lists of wards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import (
    Case,
    Count,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    Value,
    When,
    Window,
)
from django.db.models.functions import Lower
from wagtail.models import Site

from core.page_cache import Remembered
from core.tree import restricted
from wijkteams.listing import WijkItem

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest
    from wagtail.models import Locale

    from wijkteams.models import Wijk, WijkPage

_BEGINNINGS: Remembered[WardSlice] = Remembered()
LIST_ORDER = ("gemeente_key", "foreign", "closed", "name_key", "pk")


@dataclass(frozen=True)
class WardSlice:
    """A part of the wards, how many there are from here on, and where the next part begins."""

    items: list[WijkItem]
    total: int
    older: int | None = None


def public_ward_pages(locale: Locale) -> QuerySet[WijkPage]:
    """The front pages of wards that everybody may read, in the order of the list.

    A ward that was not translated is there in the default language. Order: by gemeente; own
    language first, wards whose team stopped last; then by name. The map has the same order.
    """
    from wijkteams.models import WijkPage
    from wijkteams.models.wijk import ENDED

    public = WijkPage.objects.live().filter(~restricted())
    pages = public.filter(locale=locale)
    if locale.language_code != settings.LANGUAGE_CODE:
        default = Q(locale__language_code=settings.LANGUAGE_CODE)
        own = public.filter(locale=locale, wijk=OuterRef("wijk"))
        pages = public.filter(Q(locale=locale) | (default & ~Exists(own)))
    return (
        pages.select_related("wijk__omtrek", "locale")
        .annotate(
            gemeente_key=Lower("wijk__gemeente"),
            foreign=_zero_or_one(~Q(locale=locale)),
            closed=_zero_or_one(Q(wijk__status__in=ENDED)),
            name_key=Lower("wijk__name"),
        )
        .order_by(*LIST_ORDER)
    )


def _zero_or_one(condition: Q) -> Case:
    return Case(When(condition, then=Value(1)), default=Value(0), output_field=IntegerField())


def after(pages: QuerySet[WijkPage], pk: int) -> QuerySet[WijkPage]:
    """What follows a page in the order of the list; everything if there is no such page."""
    last = pages.filter(pk=pk).values(*LIST_ORDER).first()
    if last is None:
        return pages
    further = Q()
    same = Q()
    for field in LIST_ORDER:
        further |= same & Q(**{f"{field}__gt": last[field]})
        same &= Q(**{field: last[field]})
    return pages.filter(further)


def ward_items(
    locale: Locale, *, limit: int, request: HttpRequest | None = None, start: int = 0
) -> WardSlice:
    """The wards in the order of the list; `start`: the last page of the part before.

    The beginning of the list, which the hub shows, is remembered: wards seldom change.
    """

    def read() -> WardSlice:
        pages = public_ward_pages(locale)
        return slice_of(pages, locale, limit=limit, request=request, start=start)

    site = Site.find_for_request(request) if request is not None else None
    key = (locale.pk, limit, site.pk if site is not None else None)
    return read() if start else _BEGINNINGS.get(key, read)


def slice_of(
    pages: QuerySet[WijkPage],
    locale: Locale,
    *,
    limit: int,
    request: HttpRequest | None = None,
    start: int = 0,
    reasons: Mapping[int, str] | None = None,
) -> WardSlice:
    """A part of these wards, as lists show them; `reasons`: why each was found."""
    part = after(pages, start) if start else pages
    # Borders are for who draws: a list shows none.
    part = part.defer("body", "opening_hours", "wijk__boundary", "wijk__imported")
    found = list(part.annotate(left=Window(Count("pk")))[: limit + 1])
    shown, reasons = found[:limit], reasons or {}
    items = [as_item(page, locale, request, reasons.get(page.wijk_id, "")) for page in shown]
    older = shown[-1].pk if len(found) > limit else None
    return WardSlice(items, found[0].left if found else 0, older)


def as_item(
    page: WijkPage, locale: Locale, request: HttpRequest | None = None, matched: str = ""
) -> WijkItem:
    """A ward as lists show it, from its page in the reader's language."""
    wijk = page.wijk
    omtrek = getattr(wijk, "omtrek", None)
    return WijkItem(
        code=wijk.code,
        name=page.title,
        slug=wijk.slug,
        url=page.get_url(request) or "",
        palette=wijk.palette,
        status=wijk.status,
        status_label=wijk.get_status_display(),
        outline_url=omtrek.url if omtrek else "",
        gemeente=wijk.gemeente,
        number=omtrek.number if omtrek else 0,
        language=page.locale.language_code if page.locale_id != locale.pk else "",
        matched=matched,
    )


def outline_url(wijk: Wijk) -> str:
    """The address of a ward's outline; empty as long as it was not drawn."""
    omtrek = getattr(wijk, "omtrek", None)
    return omtrek.url if omtrek else ""
