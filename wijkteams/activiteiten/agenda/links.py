"""Addresses of what other rooms bring along; empty as long as they do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Keer


def idea_url(page: AgendaPage) -> str:
    """Where somebody without an account brings in an activity."""
    return _first("aandragen", *([{"wijk": page.wijk.slug}] if page.wijk else [{}]))


def sign_up_url(page: ActiviteitPage, keer: Keer | None) -> str:
    """The form to sign up: of one time, or (without) of the whole series."""
    place: dict[str, str] = {"slug": page.slug}
    if page.wijk is not None:
        place["wijk"] = page.wijk.slug
    return _first("aanmelden", {**place, "dag": keer.slug} if keer else place)


def _first(name: str, *choices: dict[str, str]) -> str:
    for kwargs in choices:
        try:
            return reverse(name, kwargs=kwargs)
        except NoReverseMatch:
            continue
    return ""
