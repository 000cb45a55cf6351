"""What is published counts from now on: for places, for times, in lists and calendars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from core import page_cache
from wijkteams.activiteiten.keren.renaming import rename
from wijkteams.activiteiten.keren.series import series_of, series_of_page
from wijkteams.activiteiten.keren.signals import keren_changed, room_changed
from wijkteams.activiteiten.keren.sync import Synced, overrides_of, still_to_come, sync
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage
from wijkteams.activiteiten.models.activiteit import new_uid
from wijkteams.activiteiten.recurrence.changes import change_all
from wijkteams.activiteiten.recurrence.series_text import write_series

if TYPE_CHECKING:
    from wijkteams.activiteiten.recurrence.series import Series

TAKEN_OVER = (
    "title",
    "inschrijving",
    "bereik",
    "capacity",
    "reserved",
    "max_group",
    "wachtlijst",
    "closes_hours_before",
    "keep_days",
)
ROOM = ("inschrijving", "bereik", "capacity", "reserved", "wachtlijst")


@transaction.atomic
def publish(page: ActiviteitPage) -> Activiteit | None:
    """Take over what a published page says; None when its source in another language speaks.

    Raises ValidationError when the series cannot be (the form has asked that before).
    """
    if not speaks(page):
        return None
    found = Activiteit.objects.of_page(page).values_list("pk", flat=True).first()
    activiteit = Activiteit.objects.locked(found) if found else _new(page)
    before = {name: getattr(activiteit, name) for name in ROOM}
    old, new = activiteit.reeks, write_series(series_of_page(page))
    for name in TAKEN_OVER:
        setattr(activiteit, name, getattr(page, name))
    activiteit.wijk_id, activiteit.is_live = page.wijk_id, True
    if old and old != new:
        _change_series(activiteit, series_of_page(page))
    activiteit.reeks = new
    if found:
        activiteit.ical_sequence += 1
    activiteit.save()
    tell(activiteit, sync(activiteit))
    if found and before != {name: getattr(activiteit, name) for name in ROOM}:
        room_changed.send(Activiteit, activiteit=activiteit)
    return activiteit


def _new(page: ActiviteitPage) -> Activiteit:
    key = page.translation_key
    return Activiteit(translation_key=key, ical_uid=new_uid(key), reeks="")


def speaks(page: ActiviteitPage) -> bool:
    """Whether times and places follow this page: the Dutch one, else the first that there was."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return True
    speaker = speaker_of(page)
    return speaker is None or speaker.pk == page.pk


def speaker_of(page: ActiviteitPage) -> ActiviteitPage | None:
    """The page that says when and for how many, as it stands in the database."""
    pages = ActiviteitPage.objects.filter(translation_key=page.translation_key).order_by("pk")
    dutch = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return dutch or pages.first()


def _change_series(activiteit: Activiteit, new: Series) -> None:
    """'Alle': what was moved, cancelled or signed up for goes along with its time."""
    rows = still_to_come(activiteit, timezone.now())
    changed = change_all(
        series_of(activiteit), overrides_of(rows), new, [row.named for row in rows]
    )
    rename(rows, changed)


def tell(activiteit: Activiteit, synced: Synced) -> None:
    """Let those who keep sign-ups know."""
    if synced.moved or synced.cancelled or synced.resumed:
        keren_changed.send(
            Activiteit,
            activiteit=activiteit,
            moved=synced.moved,
            cancelled=synced.cancelled,
            resumed=synced.resumed,
        )


def changed(activiteit: Activiteit) -> None:
    """Lists, kept answers and calendars show it anew, in all languages."""
    from wijkteams.vermeldingen.events import refresh

    pages = ActiviteitPage.objects.filter(translation_key=activiteit.translation_key)
    pks = list(pages.values_list("pk", flat=True))
    refresh(pks)
    page_cache.drop(*(f"pagina:{pk}" for pk in pks))


@transaction.atomic
def withdraw(page: ActiviteitPage) -> None:
    """The page is not public any more: nobody can sign up, and it leaves the calendars."""
    if speaks(page):
        Activiteit.objects.of_page(page).update(is_live=False)
