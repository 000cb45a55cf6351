"""SEQUENCE and LAST-MODIFIED: without a higher number programs keep what they had (RFC 5545,
3.8.7.4). Each publication raises it (keren.publishing); here, what changes without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from wijkteams.activiteiten.ical import gone
from wijkteams.activiteiten.keren.signals import activiteit_goes, keren_changed
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer, Locatie

TOLD = frozenset(
    {"starts_at", "ends_at", "all_day", "moved", "cancelled_at", "cancel_reason", "note", "key"}
)
"What a calendar tells of one time."


def raise_number(pks: Iterable[int]) -> None:
    """What these activities say is another thing now."""
    found = Activiteit.objects.filter(pk__in=list(pks))
    found.update(ical_sequence=F("ical_sequence") + 1, changed_at=timezone.now())
    for wijk_id in set(found.values_list("wijk_id", flat=True)):
        gone.drop(wijk_id)


def _times_changed(activiteit: Activiteit, **kwargs: Any) -> None:
    raise_number([activiteit.pk])
    # Whoever holds it may save it whole: not with the number of before.
    activiteit.refresh_from_db(fields=["ical_sequence", "changed_at"])


def _time_saved(
    instance: Keer, created: bool, raw: bool = False, update_fields: Any = None, **kwargs: Any
) -> None:
    if raw or created or (update_fields is not None and not TOLD & set(update_fields)):
        return
    raise_number([instance.activiteit_id])


def _time_gone(instance: Keer, origin: Any = None, **kwargs: Any) -> None:
    if isinstance(origin, Keer):  # not when all of it goes
        raise_number([instance.activiteit_id])


def _place_saved(instance: Locatie, created: bool, raw: bool = False, **kwargs: Any) -> None:
    if raw or created:
        return
    pages = ActiviteitPage.objects.filter(locatie=instance).values("translation_key")
    raise_number(Activiteit.objects.filter(translation_key__in=pages).values_list("pk", flat=True))


def _page_saved(instance: ActiviteitPage, raw: bool = False, **kwargs: Any) -> None:
    """After `keren.events`: whether its activity is on the site, is known by then."""
    activiteit = None if raw else Activiteit.objects.of_page(instance).first()
    if activiteit is None:
        return
    if activiteit.is_live:
        gone.forget(activiteit)
        gone.drop(activiteit.wijk_id)
    elif activiteit.reeks:
        gone.remember(activiteit)


def _activity_goes(activiteit: Activiteit, **kwargs: Any) -> None:
    if activiteit.is_live and activiteit.reeks:
        gone.remember(activiteit)


def connect() -> None:
    """Listen; after `keren.events`."""
    keren_changed.connect(_times_changed, dispatch_uid="ical.times_changed")
    activiteit_goes.connect(_activity_goes, dispatch_uid="ical.activity_goes")
    post_save.connect(_time_saved, sender=Keer, dispatch_uid="ical.time_saved")
    post_delete.connect(_time_gone, sender=Keer, dispatch_uid="ical.time_gone")
    post_save.connect(_place_saved, sender=Locatie, dispatch_uid="ical.place_saved")
    post_save.connect(_page_saved, sender=ActiviteitPage, dispatch_uid="ical.page_saved")
