"""What the tests of listing rows share."""

from __future__ import annotations

from wagtail.models import Page, PageViewRestriction

from wijkteams.models import Vermelding
from wijkteams.vermeldingen.rebuild import rebuild


def row_of(page: Page) -> Vermelding | None:
    """The row of a page as it is now; None without one."""
    return Vermelding.objects.filter(page=page.pk).first()


def the_row(page: Page) -> Vermelding:
    """The row of a page, that must be there."""
    row = row_of(page)
    assert row is not None
    return row


def close(page: Page) -> PageViewRestriction:
    """Let only who is logged in read a page and all under it."""
    restriction: PageViewRestriction = PageViewRestriction.objects.create(
        page=page, restriction_type="login"
    )
    return restriction


def assert_all_right() -> None:
    """No row is missing, wrong or too much."""
    report = rebuild(dry_run=True)
    assert (report.examples, report.differences) == ([], 0)
