"""How the pages of a ward look among what was found. Without pictures: words are read faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from core.search import Scope, register_findable, register_scope
from wijkteams.listing import ListItem, ward_url

if TYPE_CHECKING:
    from core.models import BasePage
    from wijkteams.models import Wijk


def found_item(page: BasePage, *, wijk: Wijk | None, language: str, **fields: Any) -> ListItem:
    """Any page of a ward or of the hub as an item."""
    url = page.get_url() or ""
    return ListItem(
        title=page.title,
        url=url,
        summary=page.description_for_search,
        wijk_name=wijk.name if wijk else "",
        wijk_url=ward_url(url, wijk),
        palette=wijk.palette if wijk else "",
        language=language,
        **fields,
    )


def _as_ward(page: Any, language: str) -> ListItem:
    return found_item(page, wijk=page.wijk, language=language, kind="wijk", kind_label=_("Wijk"))


def _as_team(page: Any, language: str) -> ListItem:
    return found_item(
        page, wijk=page.wijk, language=language, kind="wijkteam", kind_label=_("Wijkteam")
    )


def _as_text(page: Any, language: str) -> ListItem:
    return found_item(
        page, wijk=page.wijk, language=language, kind="pagina", kind_label=_("Pagina")
    )


def _ward_first(slug: str) -> Scope | None:
    """`?wijk=<slug>`: the pages of this ward go before those of others."""
    from wijkteams.models import WijkPage

    pages = WijkPage.objects.filter(wijk__slug=slug).values_list("wijk_id", "wijk__name", "path")
    rows = list(pages)
    if not rows:
        return None
    wijk_id, name, _path = rows[0]
    return Scope("wijk", slug, name, f"wijk{wijk_id}", tuple(path for *_rest, path in rows))


def register_found() -> None:
    """Let the pages of a ward be found."""
    from wijkteams.models import TekstPage, WijkPage, WijkteamPage

    register_findable(WijkPage, _as_ward, ("wijk",), by_name=True)
    register_findable(WijkteamPage, _as_team, ("wijk",), by_name=True)
    register_findable(TekstPage, _as_text, ("wijk",), by_name=True)
    register_scope("wijk", _ward_first)
