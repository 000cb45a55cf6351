"""The title of a ward's front page follows the ward's name, unless somebody gave it another."""

from __future__ import annotations

from django.conf import settings

from wijkteams.models import Wijk


def follow_name(wijk: Wijk, old_name: str) -> None:
    """Give the Dutch front page the new name, if it still carried the old one.

    A page with a draft is left alone: publishing it would publish somebody's unfinished work.
    """
    if wijk.name == old_name:
        return
    pages = wijk.pages.filter(title=old_name, locale__language_code=settings.LANGUAGE_CODE)
    for page in pages.filter(has_unpublished_changes=False):
        page.title = wijk.name
        revision = page.save_revision()
        if page.live:
            revision.publish()
