"""After a page of a source is published: its name in calendars, and what differs of its times."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.signals import page_published

from wijkteams.activiteiten.importing.series import KEY
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, BronActiviteit, Keer
from wijkteams.activiteiten.recurrence.ical_lines import is_plain

LONGEST_UID = 180
OURS = "@wijkplein"


def settle(row: BronActiviteit) -> None:
    """Let the times be as the source says. Only what the source changed since the last time."""
    if row.translation_key is None:
        return
    activiteit = Activiteit.objects.filter(translation_key=row.translation_key).first()
    if activiteit is None or not activiteit.is_live or not row.said:
        return
    _take_uid(row, activiteit)
    before = {each["key"]: each for each in row.placed.get("differing", [])}
    now = {each["key"]: each for each in row.said["differing"]}
    for key in sorted({*before, *now}):
        if before.get(key) != now.get(key):
            _settle_time(activiteit, key, before.get(key, {}), now.get(key, {}))
    _settle_all(row, activiteit)
    row.placed = {
        **row.placed,
        "differing": row.said["differing"],
        "cancelled": row.said["cancelled"],
    }
    row.save(update_fields=["placed"])


def _take_uid(row: BronActiviteit, activiteit: Activiteit) -> None:
    """The name that the source gave it; unless another has that, or it could be one of ours."""
    uid = row.uid
    if activiteit.ical_uid == uid or len(uid) > LONGEST_UID or not is_plain(uid):
        return
    taken = Activiteit.objects.filter(ical_uid=uid).exists()
    if not taken and not uid.endswith(OURS) and not row.placed.get("uid"):
        Activiteit.objects.filter(pk=activiteit.pk).update(ical_uid=uid)
        row.placed = {**row.placed, "uid": uid}


def _settle_all(row: BronActiviteit, activiteit: Activiteit) -> None:
    was, is_off = bool(row.placed.get("cancelled")), bool(row.said["cancelled"])
    if is_off and not was:
        one.cancel_all(activiteit, _("De organisatie meldt dat het niet doorgaat."))
    elif was and not is_off:
        one.resume_all(activiteit)


def _settle_time(
    activiteit: Activiteit, key: str, before: dict[str, Any], now: dict[str, Any]
) -> None:
    keer = Keer.objects.filter(activiteit=activiteit, key=key).first()
    if keer is None or keer.is_over:
        return
    try:
        if now.get("start") != before.get("start") or now.get("end") != before.get("end"):
            begin = datetime.strptime(key, KEY)
            end = begin + series_of(activiteit).length
            start = datetime.fromisoformat(now["start"]) if "start" in now else begin
            one.move(keer, start, datetime.fromisoformat(now["end"]) if "end" in now else end)
        if now.get("cancelled") and not before.get("cancelled"):
            one.cancel(keer, _("De organisatie meldt dat het niet doorgaat."))
        elif before.get("cancelled") and not now.get("cancelled"):
            one.resume(keer)
    except ValidationError:  # it has been already, or is no time of the series any more
        return


def _published(sender: Any, instance: Any, **kwargs: Any) -> None:
    if not isinstance(instance, ActiviteitPage):
        return
    row = BronActiviteit.objects.filter(translation_key=instance.translation_key).first()
    if row is not None:
        settle(row)


def connect() -> None:
    """Also for a draft that an editor publishes weeks later."""
    page_published.connect(_published, dispatch_uid="importing.published")
