"""Pages that stand somewhere else from now on, with all that hangs under them."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Page, Site

from core import page_cache
from core.tree import branch
from wijkteams.models import Vermelding
from wijkteams.vermeldingen.closed import set_privacy
from wijkteams.vermeldingen.entry import address_of

MOST_AT_ONCE = 300
"Pages of a branch that is moved: making their rows takes half a second."


def change_addresses(page: Page, old: str, new: str, *, itself: bool = False) -> None:
    """All under a page has another address: one statement, however many pages there are."""
    rows = Vermelding.objects.filter(branch(page.path, "page__path"), url__startswith=old)
    if not itself:
        rows = rows.exclude(page=page.pk)
    rows.update(url=Concat(Value(new), Substr(F("url"), len(old) + 1)))
    page_cache.drop_all("address of a page")


def moved(
    instance: Page, url_path_before: str = "", url_path_after: str = "", **kwargs: Any
) -> None:
    """Another address, perhaps another ward, perhaps other restrictions: all of the branch."""
    from wijkteams.vermeldingen.rebuild import rebuild
    from wijkteams.vermeldingen.tasks import look_at_branch

    if instance.get_descendant_count() <= MOST_AT_ONCE:
        rebuild(branch(instance.path))
    else:
        # Nobody waits for the rest; who may read it and where it stands is right at once.
        old, new = (_address(instance, path) for path in (url_path_before, url_path_after))
        if old and new:
            change_addresses(instance, old, new, itself=True)
        set_privacy([instance.path])
        look_at_branch.enqueue(instance.pk)
    page_cache.drop_all("move of a page")


def _address(page: Page, url_path: str) -> str | None:
    there = Page(url_path=url_path, path=page.path, depth=page.depth)
    return address_of(there, Site.get_site_root_paths())
