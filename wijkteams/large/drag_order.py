"""Dragging pages into another order: only where that can be done.

Wagtail shows all children for it, however many: 5,000 take 25 seconds, and nobody drags so far.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.wagtail_hooks import PageListingSortMenuOrderButton

MOST = 100


def narrow() -> None:
    """Leave it out of Wagtail's list and its menus under larger pages; called once."""
    orderings = ExplorableIndexView.get_valid_orderings
    is_shown = PageListingSortMenuOrderButton.is_shown

    @wraps(orderings)
    def get_valid_orderings(view: Any) -> list[str]:
        allowed: list[str] = orderings(view)
        large = view.parent_page.numchild > MOST
        return [name for name in allowed if not (large and name == view.sort_order_field)]

    @wraps(is_shown)
    def is_shown_when_small(button: Any, user: Any) -> bool:
        return button.page.numchild <= MOST and bool(is_shown(button, user))

    ExplorableIndexView.get_valid_orderings = get_valid_orderings
    PageListingSortMenuOrderButton.is_shown = is_shown_when_small
