"""What a source said becomes rows: what is new, what changed, what is gone, what cannot be."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.activiteiten.beheer.duplicates import similar
from wijkteams.activiteiten.importing.found import Found, Reading
from wijkteams.activiteiten.models import ActiviteitPage, Bron, BronActiviteit
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.series import Series

Stand = BronActiviteit.Stand
KEPT = ("title", "starts_at", "stand", "reason", "said", "digest")
"What is remembered of what a source says."
MOST_COMPARED = 100
"New ones that are compared with the agenda at once; the others when they are placed."
NEVER_PLACED = (Stand.NIEUW, Stand.DUBBEL, Stand.GEWEIGERD)


@transaction.atomic
def keep(bron: Bron, reading: Reading) -> None:
    """Remember what the source says now. No page is made or changed by this."""
    Bron.objects.select_for_update(of=("self",)).get(pk=bron.pk)
    rows = {row.uid: row for row in bron.gevonden.all()}
    there, now = _pages(rows.values()), timezone.now()
    fresh: list[BronActiviteit] = []
    changed: list[BronActiviteit] = []
    for found in reading.found:
        row = rows.pop(found.uid, None) or BronActiviteit(bron=bron, uid=found.uid)
        before = [getattr(row, name) for name in KEPT]
        _take_over(row, found, now)
        row.stand, row.reason = _stand(row, found, there)
        if row._state.adding:
            fresh.append(row)
        elif before != [getattr(row, name) for name in KEPT]:
            changed.append(row)
    waiting = [row for row in (*fresh, *changed) if row.stand == Stand.NIEUW]
    for row in sorted(waiting, key=lambda row: row.starts_at or now)[:MOST_COMPARED]:
        compare(row, bron)
    BronActiviteit.objects.bulk_create(fresh, batch_size=200)
    BronActiviteit.objects.bulk_update(changed, [*KEPT, "seen_at"], batch_size=100)
    for row in rows.values():
        if row.uid not in reading.over:
            _is_gone(row)


def compare(row: BronActiviteit, bron: Bron) -> None:
    """Say so when it looks like what is in the agenda already; not saved."""
    moments = [row.starts_at] if row.starts_at else []
    alike = similar(row.title, moments, wijk_id=bron.wijk_id)
    if alike:
        title = alike[0].page.title[:200]
        row.stand, row.reason = Stand.DUBBEL, _("Lijkt op '%(title)s'.") % {"title": title}


def _take_over(row: BronActiviteit, found: Found, now: datetime) -> None:
    row.title = found.title or _("(zonder titel)")
    row.seen_at = now
    if found.series is None:
        return
    row.said, row.digest = found.said, found.digest
    row.starts_at = attach(_first(found.series, now))


def _stand(row: BronActiviteit, found: Found, there: set[UUID]) -> tuple[Stand, str]:
    if row.stand == Stand.OVERGESLAGEN:
        return Stand.OVERGESLAGEN, row.reason
    if row.translation_key is not None:
        if row.translation_key not in there:
            return Stand.OVERGESLAGEN, _("Jullie hebben deze activiteit verwijderd.")
        if found.reason:
            return Stand.GEWIJZIGD, found.reason
        same = row.digest == row.placed_digest
        return (Stand.GEPLAATST, row.reason) if same else (Stand.GEWIJZIGD, "")
    if found.reason:
        return Stand.GEWEIGERD, found.reason[:300]
    if found.said["cancelled"]:
        return Stand.GEWEIGERD, _("Het gaat niet door.")
    return Stand.NIEUW, ""


def _is_gone(row: BronActiviteit) -> None:
    """What never was on the site, is forgotten; what is, waits for somebody to look."""
    if row.stand in NEVER_PLACED and row.translation_key is None:
        row.delete()
    elif row.stand in {Stand.GEPLAATST, Stand.GEWIJZIGD}:
        row.stand, row.reason = Stand.WEG, _("Staat niet meer in de kalender van de organisatie.")
        row.save(update_fields=["stand", "reason"])


def _first(series: Series, now: datetime) -> datetime:
    """The first time to come, else the last one that there was."""
    today = timezone.localtime(now).replace(hour=0, minute=0, tzinfo=None, microsecond=0)
    return next(series.keys(today.replace(second=0)), series.start)


def _pages(rows: object) -> set[UUID]:
    keys = [row.translation_key for row in rows if row.translation_key]  # type: ignore[attr-defined]
    pages = ActiviteitPage.objects.filter(translation_key__in=keys)
    return set(pages.values_list("translation_key", flat=True))
