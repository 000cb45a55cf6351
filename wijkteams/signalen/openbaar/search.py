"""How the lists of signals look among what was found. Signals themselves have their own search."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.listing import ListItem
from wijkteams.search import found_item
from wijkteams.signalen.models import SignalenIndexPage


def list_as_found(page: SignalenIndexPage, language: str) -> ListItem:
    """The signals of a ward."""
    return found_item(
        page, kind="signalen", kind_label=_("Signalen"), wijk=page.wijk, language=language
    )
