"""Making pictures takes seconds: it happens in the background, after all that is more urgent."""

from __future__ import annotations

from django_tasks import task

BEHIND = -10  # mail goes first


@task(priority=BEHIND)
def make_renditions(pk: int, presets: list[str]) -> None:
    """Make what is missing of one picture."""
    from core.pictures.making import make

    make(pk, presets)


@task(priority=BEHIND)
def make_for_page(pk: int) -> None:
    """Make what is missing of the pictures on a page."""
    from core.pictures.making import ask_for_page

    ask_for_page(pk)


@task(priority=BEHIND)
def make_missing(pks: list[int] | None = None) -> None:
    """Ask for whatever is missing of these pictures, or of all that are used somewhere."""
    from core.pictures.making import ask_for_missing

    ask_for_missing(pks)


def ask_for_renditions(pk: int, *presets: str) -> None:
    """See to it that a picture will be there in these sizes."""
    make_renditions.enqueue(pk, sorted(presets))
