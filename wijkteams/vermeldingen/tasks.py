"""Each night: are the rows what they should be?"""

from __future__ import annotations

import logging

from django_tasks import task
from wagtail.models import Page

from core.tree import branch

logger = logging.getLogger(__name__)


class RowsDifferedError(Exception):
    """Rows were not right. They are now; that it happened is a fault in the program."""


@task(priority=-5)
def look_at_all() -> None:
    """Mend what differs, without a word: after a change that reaches everything."""
    from wijkteams.vermeldingen.rebuild import rebuild

    rebuild()


@task(priority=-5)
def look_at_branch(pk: int) -> None:
    """The rest of a large branch that was moved: its ward, and what hangs on that."""
    from wijkteams.vermeldingen.rebuild import rebuild

    top = Page.objects.filter(pk=pk).first()
    if top is not None:
        rebuild(branch(top.path))


@task(priority=-5)
def check_rows() -> None:
    """Mend what differs, and fail if there was something: who runs the site sees the task."""
    from wijkteams.vermeldingen.rebuild import rebuild

    report = rebuild()
    if report.differences:
        logger.warning(
            "Listing rows mended: %d made, %d changed, %d removed; such as %s",
            report.created,
            report.changed,
            report.removed,
            " | ".join(report.examples),
        )
        raise RowsDifferedError(f"{report.differences} rows differed and were mended")
