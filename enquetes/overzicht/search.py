"""How surveys look among what was found."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enquetes.models import EnqueteIndexPage, EnquetePage
from wijkteams.listing import ListItem
from wijkteams.search import found_item


def as_found(page: EnquetePage, language: str) -> ListItem:
    """A survey, or what came out of it: that stands at the same address."""
    return found_item(
        page, kind="enquete", kind_label=_("Enquête"), wijk=page.wijk, language=language
    )


def list_as_found(page: EnqueteIndexPage, language: str) -> ListItem:
    """The surveys of a ward."""
    return found_item(
        page, kind="enquete", kind_label=_("Enquête"), wijk=page.wijk, language=language
    )
