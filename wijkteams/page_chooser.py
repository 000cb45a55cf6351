"""Which pages somebody may make a link to: one's own, and what everybody may read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from core.tree import DEEPEST, restricted
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from accounts.models import User


def choosable(pages: QuerySet[Page], user: User) -> QuerySet[Page]:
    """Of these pages, those that this user may make a link to."""
    own = page_policy().explorable_where(user)
    if own is None:
        return pages
    # By its number, for search takes no condition without a field.
    itself = Page.objects.filter(~restricted(), pk=OuterRef("pk"))
    public = Q(live=True, depth__lte=DEEPEST, pk__in=itself.values("pk"))
    return pages.filter(own | public)


def only_choosable_pages(pages: Any, request: HttpRequest) -> Any:
    """Wagtail's chooser shows the titles of all drafts in all wards; ours does not."""
    return choosable(pages, request.user)  # type: ignore[arg-type]
