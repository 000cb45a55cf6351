"""How an initiative is shown to somebody whose idea looks like it (requirement I4)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkteams.initiatieven.models import AFGESLOTEN, Initiatief, InitiatiefPage, Staat
from wijkteams.maps.distance import metres
from wijkteams.models import Vermelding, Wijk

SHOWN = (
    *("title", "summary", "image", "url_path", "path", "depth", "slug", "content_type"),
    *("translation_key", "locale", "live"),
)
"Of a page; its story is long."


class Row(NamedTuple):
    """What is weighed of an initiative."""

    pk: int
    translation_key: Any
    title: str
    wijk_id: int | None
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True)
class Found:
    """An initiative as somebody with an idea may recognise it."""

    pk: int
    titel: str
    samenvatting: str
    url: str
    wijk: str
    "Empty in the own ward."
    staat: str
    is_klaar: bool
    zoekt_hulp: bool
    afstand: str
    foto: Any
    "An image, or None."


def recognisable(
    weighed: list[tuple[float, Row]],
    wijk: Wijk | None,
    place: tuple[float, float] | None,
    themas: Collection[int],
) -> list[Found]:
    """Read what is shown of the likeliest ones; what shares a theme goes before its equals."""
    pages = _pages([row.translation_key for _score, row in weighed], with_themes=bool(themas))
    rows = Initiatief.objects.select_related("wijk").in_bulk([row.pk for _s, row in weighed])
    shown = []
    for score, row in weighed:
        page = pages.get(row.translation_key)
        if page is not None and row.pk in rows:
            shares = bool(themas) and bool(set(themas) & {one.pk for one in page.themas.all()})
            shown.append((score + 0.1 * shares, rows[row.pk], page))
    shown.sort(key=lambda one: one[0], reverse=True)
    return [_shown(initiatief, page, wijk, place) for _score, initiatief, page in shown]


def _pages(keys: list[Any], *, with_themes: bool) -> dict[Any, InitiatiefPage]:
    """Their pages that all may see, in the reader's language when there is one.

    No more than what is shown of them: somebody waits for it while typing.
    """
    public = Vermelding.objects.filter(translation_key__in=keys, is_public=True).values("page")
    rows = InitiatiefPage.objects.live().filter(pk__in=public).select_related("locale", "image")
    rows = rows.only(*SHOWN).prefetch_related(*(("themas",) if with_themes else ()))
    own = get_language() or settings.LANGUAGE_CODE
    found: dict[Any, InitiatiefPage] = {}
    for page in rows:
        known = found.get(page.translation_key)
        if known is None or page.locale.language_code == own:
            found[page.translation_key] = page
    return found


def _shown(
    row: Initiatief,
    page: InitiatiefPage,
    wijk: Wijk | None,
    place: tuple[float, float] | None,
) -> Found:
    far = ""
    if place is not None and row.latitude is not None and row.longitude is not None:
        far = _in_words(metres(*place, row.latitude, row.longitude))
    elsewhere = row.wijk is not None and row.wijk != wijk
    return Found(
        pk=row.pk,
        titel=page.title,
        samenvatting=page.summary,
        url=page.get_url() or "",
        wijk=row.wijk.name if elsewhere and row.wijk else "",
        staat=str(Staat(row.staat).label),
        is_klaar=row.staat in AFGESLOTEN,
        zoekt_hulp=row.zoekt_hulp,
        afstand=far,
        foto=page.image,
    )


def _in_words(far: float) -> str:
    if far >= 950:
        return _("%(km)s kilometer verder") % {"km": max(round(far / 1000), 1)}
    near = max(round(far / 50) * 50, 50)
    return _("%(metres)s meter verder") % {"metres": near}
