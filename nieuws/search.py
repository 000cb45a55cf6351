"""How a news item looks among what was found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from nieuws.models import NieuwsPage
from wijkteams.listing import ListItem
from wijkteams.search import found_item


def as_found(page: NieuwsPage, language: str) -> ListItem:
    """A news item, with its date."""
    return found_item(
        page,
        kind="nieuws",
        kind_label=_("Nieuws"),
        date=page.date,
        until=page.relevant_until,
        wijk=page.wijk,
        language=language,
    )
