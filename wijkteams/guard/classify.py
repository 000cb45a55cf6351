"""Which rule a route has."""

from __future__ import annotations

from wijkteams.guard.media_table import DOCUMENTS, IMAGES
from wijkteams.guard.pages_table import API, CHOOSER, PAGES, TRANSLATIONS
from wijkteams.guard.rows_table import ROWS
from wijkteams.guard.rules import OPEN, Rule, Table, declared
from wijkteams.guard.wagtail_table import CITY_SCREENS, FRAME, NOT_HERE, REPORTS

TABLE: Table = {
    **PAGES,
    **CHOOSER,
    **TRANSLATIONS,
    **API,
    **IMAGES,
    **DOCUMENTS,
    **ROWS,
    **FRAME,
    **REPORTS,
    **CITY_SCREENS,
    **NOT_HERE,
}

# Rooms that hold nothing of anybody: what to do, and how the site looks.
OPEN_NAMESPACES = frozenset({"handleiding", "stijl"})


def rule_of(view_name: str) -> Rule | None:
    """The rule of a route, by the name that Django gives it; None: nobody declared it."""
    rule = TABLE.get(view_name) or declared().get(view_name)
    if rule is None and view_name.partition(":")[0] in OPEN_NAMESPACES:
        return OPEN
    return rule
