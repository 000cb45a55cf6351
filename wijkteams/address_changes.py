"""A page that gets another address: what it was called before leads on (requirement X2).

Wagtail would make a redirect for each page of the branch; with a thousand of them SQLite gives up.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, post_page_move

from wijkteams.models import OudAdres, OudPad, WijkPage
from wijkteams.models.oud_pad import digest_of

MOST_NAMES = 100
"In how many ways the pages above may have been called; more would be no accident."


@transaction.atomic
def keep_old_path(page: Page, old: str) -> None:
    """Let an old path lead to a page, and to what hangs under it. The page's own stays its own.

    The pages above may have had other names too: each makes an address that somebody may have.
    """
    for path in [old, *_by_other_names(old)][:MOST_NAMES]:
        OudPad.objects.update_or_create(
            digest=digest_of(path), defaults={"path": path, "page_id": page.pk}
        )
    take_path(page)


def _by_other_names(path: str) -> list[str]:
    """The same path by what the pages above it, and their ward, were called before."""
    parts = path.strip("/").split("/")
    above = [f"/{'/'.join(parts[:end])}/" for end in range(2, len(parts))]
    rows = OudPad.objects.filter(page__slug__in=parts[1:-1], page__url_path__in=above)
    found = {row.path + path.removeprefix(row.page.url_path) for row in rows.select_related("page")}
    slugs = OudAdres.objects.filter(wijk__slug=parts[1]).values_list("slug", flat=True)
    ward = f"/{'/'.join(parts[:2])}/"
    for slug in slugs if len(parts) > 2 else ():
        names = {name for name in (path, *found) if name.startswith(ward)}
        found |= {f"/{parts[0]}/{slug}/{name.removeprefix(ward)}" for name in names}
    return sorted(found)


def take_path(page: Page) -> None:
    """A page that stands at an old address of another wins."""
    OudPad.objects.filter(digest=digest_of(page.url_path)).delete()


def _was_seen(page: Page) -> bool:
    """Whether somebody may have kept the address of this page or of one under it."""
    return bool(page.live or page.first_published_at or page.numchild)


def _slug_changed(sender: type[Page], instance: Page, instance_before: Page, **kwargs: Any) -> None:
    # The address of a ward is the business of `OudAdres`.
    if not issubclass(sender, WijkPage) and _was_seen(instance_before):
        keep_old_path(instance, instance_before.url_path)


def _moved(
    sender: type[Page], instance: Page, url_path_before: str, url_path_after: str, **kwargs: Any
) -> None:
    if url_path_before != url_path_after and _was_seen(instance):
        keep_old_path(instance, url_path_before)


def _published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    take_path(instance)


def connect() -> None:
    """Listen to Wagtail's events."""
    page_slug_changed.connect(_slug_changed, dispatch_uid="wijkteams.address.slug")
    post_page_move.connect(_moved, dispatch_uid="wijkteams.address.move")
    page_published.connect(_published, dispatch_uid="wijkteams.address.published")
