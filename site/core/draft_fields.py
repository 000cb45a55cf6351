"""What Wagtail notes on a page that readers do not see, and what was saved of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from wagtail.models import Page

PageType = TypeVar("PageType", bound=Page)

# Not `first_published_at`: feeds show it, and a page that is copied gets it by itself.
QUIET = frozenset(
    {
        "draft_title",
        "expire_at",
        "expired",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "live_revision",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
        "owner",
    }
)


def is_quiet(update_fields: Iterable[str] | None) -> bool:
    """Whether only such things were saved."""
    return update_fields is not None and QUIET.issuperset(update_fields)


def as_saved(page: PageType, update_fields: Iterable[str] | None) -> PageType | None:
    """A page as it is in the database from now on; None when readers see nothing of what changed.

    Who saves some of its fields may hold a draft: the others are read anew.
    """
    if is_quiet(update_fields):
        return None
    if update_fields is None:
        return page
    found: PageType = type(page)._base_manager.get(pk=page.pk)
    return found
