"""What a guide shows: steps to tick off, who thinks along, and what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from wijkteams.models import Vermelding

if TYPE_CHECKING:
    from django.http import HttpRequest

    from wijkteams.initiatieven.models import InitiatievenIndexPage, WegwijzerPage

MOST = 50
"Guides on a list; nobody reads more."


def guide_context(page: WegwijzerPage, request: HttpRequest) -> dict[str, Any]:
    """The lines of the guide, and where one begins."""
    ward = f"?wijk={page.wijk.slug}" if page.wijk else ""
    return {
        "stappen": lines_of(page.stappen),
        "adviseurs": lines_of(page.adviseurs),
        "begin_url": f"{reverse('idee:nieuw')}{ward}",
    }


def lines_of(text: str) -> list[str]:
    """The lines that say something, without the dash or number that somebody typed before them."""
    stripped = (line.strip().lstrip("-•*").strip() for line in text.splitlines())
    return [line for line in stripped if line]


def guides(page: InitiatievenIndexPage) -> list[dict[str, Any]]:
    """The guides of a ward and of the whole city, for the list of initiatives; the own first.

    In the language of the list, else in Dutch. One question to the database.
    """
    mine = Q(wijk=None) | Q(wijk=page.wijk_id) if page.wijk_id else Q(wijk=None)
    languages = {page.locale.language_code, settings.LANGUAGE_CODE}
    rows = Vermelding.objects.filter(
        mine, kind="wegwijzer", is_public=True, locale__language_code__in=languages
    ).values("translation_key", "locale_id", "wijk_id", "title", "summary", "url")
    own: dict[Any, Any] = {}
    for row in rows.order_by("title", "pk")[: MOST * 2]:
        if row["translation_key"] not in own or row["locale_id"] == page.locale_id:
            own[row["translation_key"]] = row
    shown = sorted(own.values(), key=lambda row: (row["wijk_id"] is None, row["title"].lower()))
    return shown[:MOST]
