"""What is done for search when nobody waits for it."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from core import page_cache

LEARN_EVERY = timedelta(minutes=5)
SUGGESTIONS = "zoeken"
"No kept answer shows them; a reader who comes back with an ETag must get the new ones."


@task()
def mend_index() -> None:
    """Renew what an older version wrote, add what misses; a step at a time, then again."""
    from core.search.renewal import add_some_missing, remove_stale, renew_some

    if renew_some() or add_some_missing():
        mend_index.enqueue()
    else:
        remove_stale()


@task()
def learn_words() -> None:
    """Know the words of pages that were published since the last time, and a while before."""
    from core.search.counting import learn_published

    if learn_published(timezone.now() - 2 * LEARN_EVERY):
        page_cache.drop(SUGGESTIONS)


@task()
def count_words() -> None:
    """Count all words anew: what stands nowhere any more is forgotten."""
    from core.search.counting import count_all

    count_all()
    page_cache.drop(SUGGESTIONS)
