"""Saying that a page goes out: to whom, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Revision

from accounts.models import User
from nieuws.models import Editie, Lijst, NieuwsbriefPage
from nieuws.nieuwsbrief.problems import refusals
from nieuws.verzenden.errors import NumberChangedError, SendingError
from nieuws.verzenden.lanes import ensure_lanes
from nieuws.verzenden.recipients import recipients

UNDER_WAY = (Editie.Status.GEPLAND, Editie.Status.BEZIG, Editie.Status.PAUZE)
FARTHEST = timedelta(days=366)


def schedule(
    page: NieuwsbriefPage,
    lijsten: Iterable[Lijst],
    *,
    by: User,
    expected: int,
    moment: datetime | None = None,
) -> Editie:
    """Make the edition; it starts at `moment`, without one at once (by a task, not here).

    What goes out is the newest revision of the page as it is saved now; when something newer is
    published before the start, then that. `expected` is the number (`Recipients.total`) that the
    volunteer saw and agreed to: `NumberChangedError` when it is another by now.

    Raises SendingError when the page cannot be sent as it is (`refusals`) or is on its way already,
    when a list is of another ward, when nobody is on the lists, or the moment is past;
    PermissionDenied when `by` may not publish the page.
    """
    if not may_send(page, by):
        raise PermissionDenied
    chosen, now = list(lijsten), timezone.now()
    _look_at_lists(page, chosen)
    _look_at_moment(moment, now)
    revision = page.latest_revision or page.save_revision(user=by)
    found = refusals(revision.as_object())
    if found:
        raise SendingError(" ".join(found))
    with transaction.atomic():
        editie = _make(page, revision, chosen, by, expected)
        editie.scheduled_for = moment or now
        editie.save()
        editie.lijsten.set(chosen)
        if moment is None:
            ensure_lanes(editie.pk)
    return editie


def may_send(page: NieuwsbriefPage, user: User) -> bool:
    """Sending is publishing, in people's mailboxes."""
    return bool(user.is_active and page.permissions_for_user(user).can_publish())


def _make(
    page: NieuwsbriefPage, revision: Revision, lijsten: list[Lijst], by: User, expected: int
) -> Editie:
    """A second click waits here for the first, and then sees that it is there."""
    NieuwsbriefPage.objects.select_for_update().get(pk=page.pk)
    if Editie.objects.filter(page=page, status__in=UNDER_WAY).exists():
        raise SendingError(_("Deze nieuwsbrief staat al klaar of wordt al verstuurd."))
    total = recipients(lijsten).total
    if total == 0:
        raise SendingError(_("Niemand op deze lijsten kan nu mail krijgen."))
    if total != expected:
        text = _("Er zijn nu %(total)d lezers, eerst waren het er %(expected)d. Kijk het nog na.")
        raise NumberChangedError(text % {"total": total, "expected": expected}, total)
    return Editie(
        page=page,
        revision=revision,
        wijk_id=page.wijk_id,
        subject=revision.as_object().subject_line,
        language=page.locale.language_code,
        expected=expected,
        made_by=by,
    )


def _look_at_lists(page: NieuwsbriefPage, lijsten: list[Lijst]) -> None:
    """Who asked for one ward's newsletter did not ask for that of another, or of the city."""
    if not lijsten:
        raise SendingError(_("Kies ten minste één lijst."))
    if any(lijst.wijk_id != page.wijk_id for lijst in lijsten):
        raise SendingError(_("Kies alleen lijsten die bij deze nieuwsbrief horen."))


def _look_at_moment(moment: datetime | None, now: datetime) -> None:
    if moment is None:
        return
    if moment < now - timedelta(minutes=1):
        raise SendingError(_("Dit moment is al voorbij. Kies een moment dat nog komt."))
    if moment > now + FARTHEST:
        raise SendingError(_("Dit is meer dan een jaar vooruit. Kies een eerder moment."))
