"""Reading a source: of its address by a task, of a file when it is handed in."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from core.fetching import FetchRefused, fetch
from wijkteams.activiteiten.importing.found import understand
from wijkteams.activiteiten.importing.keeping import compare, keep
from wijkteams.activiteiten.importing.placing import NotPlaced, follow, place, take_away
from wijkteams.activiteiten.importing.refusals import Unreadable, unreadable
from wijkteams.activiteiten.importing.times_of_pages import settle
from wijkteams.activiteiten.models import Bron, BronActiviteit

logger = logging.getLogger(__name__)

Stand = BronActiviteit.Stand
TYPES = (
    "text/calendar",
    "text/x-vcalendar",
    "text/plain",
    "application/ics",
    "application/calendar",
    "application/octet-stream",
)
EVERY = timedelta(hours=20)
TRIED_EVERY = timedelta(hours=3)
SILENT = timedelta(minutes=10)
"A fetching that takes longer was cut off: it may be asked again."
MOST_AT_ONCE = 200
"New pages in one round; the rest comes in the next."


def ask(bron: Bron) -> bool:
    """Let it be fetched soon; not twice at the same time."""
    now = timezone.now()
    free = Q(stand=Bron.Stand.RUST) | Q(asked_at=None) | Q(asked_at__lt=now - SILENT)
    waits = {"stand": Bron.Stand.WACHT, "asked_at": now}
    if not bron.address or not Bron.objects.filter(free, pk=bron.pk).update(**waits):
        return False
    fetch_source.enqueue(bron.pk)
    return True


@task(priority=-10)
def fetch_sources() -> int:
    """The hourly round: what was not read for most of a day; after a failure somewhat sooner."""
    now = timezone.now()
    due = Q(fetched_at=None) | Q(fetched_at__lt=now - EVERY)
    rested = Q(asked_at=None) | Q(asked_at__lt=now - TRIED_EVERY)
    sources = Bron.objects.filter(due, rested, active=True).exclude(address="")
    return sum(ask(bron) for bron in sources[:500])


@task(priority=-10)
def fetch_source(pk: int) -> None:
    """Read one source by its address. What goes wrong is said on its screen."""
    bron = Bron.objects.filter(pk=pk).first()
    if bron is None or not bron.address:
        return
    Bron.objects.filter(pk=pk).update(stand=Bron.Stand.BEZIG)
    error = ""
    try:
        found = fetch(bron.address, types=TYPES, etag=bron.etag, last_modified=bron.last_modified)
        if not found.is_unchanged:
            take_in(bron, found.content)
            bron.etag, bron.last_modified = found.etag, found.last_modified
        follow_source(bron)
    except (FetchRefused, Unreadable) as refusal:
        error = str(refusal)
    except Exception:
        # Somebody else's file must never stop the round of all others.
        logger.exception("Source %s could not be read", pk)
        error = str(unreadable("unexpected"))
    _ready(bron, error)


def take_in(bron: Bron, content: bytes) -> None:
    """Read a file, and remember what is in it. Raises Unreadable."""
    keep(bron, understand(content, timezone.localdate()))


@task(priority=-10)
def place_trusted(pk: int) -> None:
    """After a file of a trusted source was handed in."""
    bron = Bron.objects.filter(pk=pk).first()
    if bron is not None:
        follow_source(bron)


def follow_source(bron: Bron) -> None:
    """What is called off is followed always; the rest only where the team trusts the source."""
    trusted = bron.vertrouwen == Bron.Vertrouwen.PLAATSEN
    rows = list(bron.gevonden.filter(stand__in=[Stand.NIEUW, Stand.GEWIJZIGD, Stand.WEG]))
    for row in [row for row in rows if row.stand == Stand.GEWIJZIGD]:
        _try_follow(row, trusted=trusted)
    if not trusted:
        return
    for row in [row for row in rows if row.stand == Stand.NIEUW][:MOST_AT_ONCE]:
        _try_place(row, bron)
    gone = [row for row in rows if row.stand == Stand.WEG]
    # A calendar that is suddenly nearly empty is broken rather than right.
    if len(gone) < bron.gevonden.filter(stand=Stand.GEPLAATST).count():
        for row in gone:
            take_away(row)


def _try_place(row: BronActiviteit, bron: Bron) -> None:
    """Also what another source brought in meanwhile is there already."""
    compare(row, bron)
    if row.stand == Stand.DUBBEL:
        row.save(update_fields=["stand", "reason"])
        return
    try:
        place(row, publish=True)
    except NotPlaced as refusal:
        row.stand, row.reason = Stand.GEWEIGERD, str(refusal)[:300]
        row.save(update_fields=["stand", "reason"])


def _try_follow(row: BronActiviteit, *, trusted: bool) -> None:
    try:
        if trusted:
            follow(row)
        elif row.reason == "":
            _call_off(row)
    except NotPlaced as refusal:
        BronActiviteit.objects.filter(pk=row.pk).update(reason=str(refusal)[:300])


def _call_off(row: BronActiviteit) -> None:
    """Of a source that is looked at first: that it does not go on, must be known at once."""
    off = [each for each in row.said["differing"] if each.get("cancelled")]
    before = row.placed.get("differing", [])
    said = row.said
    row.said = {**said, "differing": _merged(before, off)}
    row.said["cancelled"] = said["cancelled"] or bool(row.placed.get("cancelled"))
    settle(row)
    row.said = said


def _merged(
    before: list[dict[str, object]], off: list[dict[str, object]]
) -> list[dict[str, object]]:
    found = {each["key"]: each for each in before}
    for each in off:
        old = found.get(each["key"], {"key": each["key"]})
        found[each["key"]] = {**old, "cancelled": True}
    return list(found.values())


def _ready(bron: Bron, error: str) -> None:
    now = timezone.now()
    values: dict[str, object] = {"stand": Bron.Stand.RUST, "error": error[:300]}
    if error:
        values["failures"] = min(bron.failures + 1, 1000)
    else:
        values |= {"failures": 0, "fetched_at": now}
        values |= {"etag": bron.etag, "last_modified": bron.last_modified}
    Bron.objects.filter(pk=bron.pk).update(**values)
