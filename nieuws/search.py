"""How a news item looks among what was found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage, NieuwsPage
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


def newsletter_as_found(page: NieuwsbriefPage, language: str) -> ListItem:
    """A newsletter, with its date."""
    return found_item(
        page,
        kind="nieuwsbrief",
        kind_label=_("Nieuwsbrief"),
        date=page.date,
        wijk=page.wijk,
        language=language,
    )


def archive_as_found(page: NieuwsbriefIndexPage, language: str) -> ListItem:
    """The newsletters of a ward, and where to ask for them."""
    return found_item(
        page, kind="nieuwsbrief", kind_label=_("Nieuwsbrief"), wijk=page.wijk, language=language
    )
