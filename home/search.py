"""How the hub's own pages look among what was found."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkteams.listing import ListItem
from wijkteams.search import found_item


def as_statement(page: Any, language: str) -> ListItem:
    """The statement on accessibility: a page as any other."""
    return found_item(page, wijk=None, language=language, kind="pagina", kind_label=_("Pagina"))
