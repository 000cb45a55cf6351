"""'Deze en volgende': one series becomes two, and nothing is lost on the way.

The later part is a page of its own, a copy, that may be changed from then on. Its times take their
sign-ups along, and the old addresses of those times lead to the new ones.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.activiteiten.keren.publishing import changed
from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.keren.sync import overrides_of
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.models.activiteit import new_uid
from wijkteams.activiteiten.models.choices import Bereik
from wijkteams.activiteiten.recurrence.changes import split
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.series_text import write_series

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.activiteiten.recurrence.series import Series

STILL_COUNT = (*Aanmelding.HOLDING, Aanmelding.Status.WACHTLIJST)
TAKEN_ALONG = (
    "title",
    "wijk_id",
    "is_live",
    "inschrijving",
    "bereik",
    "capacity",
    "reserved",
    "max_group",
    "wachtlijst",
    "closes_hours_before",
    "keep_days",
    "cancelled_at",
    "cancel_reason",
)


@dataclass(frozen=True)
class Parts:
    """The series before a time, and from it on."""

    before: Series
    after: Series


@transaction.atomic
def split_page(page: ActiviteitPage, keer: Keer, *, by: User | None = None) -> ActiviteitPage:
    """End the series before this time; give the page with which it goes on from there.

    Raises ValidationError, in words for the volunteer, when it cannot be split here.
    """
    activiteit = Activiteit.objects.locked(keer.activiteit_id)
    keer = Keer.objects.get(pk=keer.pk, activiteit=activiteit)
    check_may_split(page, activiteit)
    parts = _parts(activiteit, keer)
    later = _later_part(activiteit, parts.after)
    # The times go first: publishing either page then finds them where they belong.
    going = activiteit.keren.filter(key__gte=keer.key)
    Aanmelding.objects.filter(keer__in=going.values("pk")).update(activiteit=later)
    going.update(activiteit=later)
    fresh = _copy(page, later, parts.after, keer, by)
    _end(page, parts.before, by)
    for one in (activiteit, later):
        changed(one)
    return fresh


def check_may_split(page: ActiviteitPage, activiteit: Activiteit) -> None:
    """Refuse what cannot be split without losing something."""
    if page.has_unpublished_changes or not page.live:
        raise ValidationError(
            _("Van deze activiteit is een concept dat nog niet geplaatst is. Plaats dat eerst.")
        )
    whole = activiteit.aanmeldingen.filter(keer=None, status__in=STILL_COUNT)
    if activiteit.bereik == Bereik.REEKS and whole.exists():
        raise ValidationError(
            _(
                "Mensen hebben zich voor de hele reeks aangemeld. Die kun je niet in tweeën delen. "
                "Verander één keer, of alle keren."
            )
        )


def where_went(activiteit: Activiteit, slug: str) -> Keer | None:
    """The time with this name behind the address, in a later part of the series; None: nowhere."""
    seen, parts = set(), [activiteit.pk]
    while parts:
        found = Keer.objects.filter(activiteit__in=parts, slug=slug).select_related("activiteit")
        if keer := found.first():
            return keer
        seen.update(parts)
        later = Activiteit.objects.filter(split_from__in=parts).exclude(pk__in=seen)
        parts = list(later.values_list("pk", flat=True))
    return None


def _parts(activiteit: Activiteit, keer: Keer) -> Parts:
    rows = list(activiteit.keren.all())
    parts = split(series_of(activiteit), overrides_of(rows), keer.named)
    if parts.before is None:
        raise ValidationError(_("Dit is de eerste keer. Verander dan alle keren."))
    return Parts(parts.before.series, parts.after.series)


def _later_part(activiteit: Activiteit, series: Series) -> Activiteit:
    key = uuid.uuid4()
    later = Activiteit(
        translation_key=key,
        ical_uid=new_uid(key),
        reeks=write_series(series),
        split_from=activiteit,
        **{name: getattr(activiteit, name) for name in TAKEN_ALONG},
    )
    later.save()
    return later


def _copy(
    page: ActiviteitPage, later: Activiteit, series: Series, keer: Keer, by: User | None
) -> ActiviteitPage:
    """A copy of the page in each of its languages; gives the one that was asked about."""
    when = _when(series)
    pages = ActiviteitPage.objects.filter(translation_key=page.translation_key, alias_of=None)
    fresh: ActiviteitPage | None = None
    for face in sorted(pages, key=lambda one: one.pk != page.pk):
        copied = face.copy(
            update_attrs={
                **when,
                "slug": _free_slug(face, keer.slug),
                "translation_key": later.translation_key,
            },
            copy_revisions=False,
            keep_live=face.live,
            user=by,
        )
        fresh = fresh or copied
    if fresh is None:
        raise ValueError("an activity without a page")
    return fresh


def _when(series: Series) -> dict[str, object]:
    end = series.end
    if series.all_day:
        end -= timedelta(minutes=1)
    repeated = series.rule or series.rdates
    return {
        "starts_at": attach(series.start),
        "ends_at": attach(end),
        "herhaling": write_series(series) if repeated else "",
    }


def _end(page: ActiviteitPage, series: Series, by: User | None) -> None:
    """The page says until when it goes on; its first time stays as it was."""
    page = ActiviteitPage.objects.get(pk=page.pk)
    for name, value in _when(series).items():
        setattr(page, name, value)
    page.save_revision(user=by, clean=False).publish(user=by)


def _free_slug(page: ActiviteitPage, day: str) -> str:
    base = f"{page.slug[:200]}-{day}"
    parent = page.get_parent()
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    return next(
        slug for slug in (base, *(f"{base}-{n}" for n in range(2, 1000))) if slug not in taken
    )
