"""Activities that were taken from the site: calendars hear of it for ninety days."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task

from core import page_cache
from wijkteams.activiteiten.ical.choosing import KEPT
from wijkteams.activiteiten.models import Activiteit, Vervallen
from wijkteams.activiteiten.recurrence.ical import Event
from wijkteams.activiteiten.recurrence.series_text import read_series
from wijkteams.models import Wijk

MOST = 200


def remember(activiteit: Activiteit) -> None:
    """It is not on the site any more. Nobody has to hear of what was over already."""
    if not activiteit.keren.upcoming().exists():
        return
    Vervallen.objects.get_or_create(
        ical_uid=activiteit.ical_uid,
        defaults={
            "ical_sequence": activiteit.ical_sequence + 1,
            "reeks": activiteit.reeks,
            "wijk": activiteit.wijk,
            "gone_at": timezone.now(),
        },
    )
    drop(activiteit.wijk_id)


def forget(activiteit: Activiteit) -> None:
    """It is on the site again; its number goes on from there, or programs keep it cancelled."""
    found = Vervallen.objects.filter(ical_uid=activiteit.ical_uid).first()
    if found is None:
        return
    if activiteit.ical_sequence <= found.ical_sequence:
        activiteit.ical_sequence = found.ical_sequence + 1
        Activiteit.objects.filter(pk=activiteit.pk).update(ical_sequence=activiteit.ical_sequence)
    found.delete()


def gone_events(wijk: Wijk | None) -> list[Event]:
    """What was taken from the site of a ward, or of all of them, without a word of what it was."""
    since = timezone.now() - KEPT
    rows = Vervallen.objects.filter(gone_at__gt=since)
    if wijk is not None:
        rows = rows.filter(wijk=wijk)
    return [gone_event(row) for row in rows.order_by("-gone_at")[:MOST]]


def gone_event(row: Vervallen) -> Event:
    """One of them."""
    return Event(
        uid=row.ical_uid,
        series=read_series(row.reeks),
        title=_("Gaat niet door"),
        stamp=row.gone_at,
        sequence=row.ical_sequence,
        cancelled=True,
    )


def drop(wijk_id: int | None) -> None:
    """Calendars of this ward, and of the city, are made anew."""
    keys = {"ical:stad"} | ({f"ical:{wijk_id}"} if wijk_id is not None else set())
    page_cache.drop(*sorted(keys))


@task()
def forget_what_is_long_gone() -> int:
    """The daily round: after ninety days every program knows."""
    return Vervallen.objects.filter(gone_at__lte=timezone.now() - KEPT).delete()[0]
