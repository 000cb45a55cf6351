"""How activities stand in lists: each time on a row of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.marks import MARKS, marks_of
from wijkteams.vermeldingen.registry import Details, register_kind

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage, Keer

ACTIVITEIT = "activiteit"
KEPT = timedelta(days=400)
"How long what is over stays in lists."
LEFT_ON_PAGE = "_keren_with_state"


def as_vermelding(page: ActiviteitPage) -> Iterable[Details]:
    """The times of an activity, from a year ago until the horizon.

    What takes place once has the address of the page itself.
    """
    if not hasattr(page, LEFT_ON_PAGE):
        prepare([page])
    keren: list[tuple[Keer, str]] = getattr(page, LEFT_ON_PAGE)
    delattr(page, LEFT_ON_PAGE)  # the next time that it is saved, they may be others
    place = page.locatie.name if page.locatie else page.place_note
    marks = marks_of(page)
    once = not page.herhaling and len(keren) == 1
    for keer, state in keren:
        yield Details(
            starts_at=keer.starts_at,
            ends_at=keer.ends_at,
            has_time=not keer.all_day,
            occurrence="" if once else keer.slug,
            status=state,
            place=place,
            marks=marks,
        )


def prepare(pages: list[ActiviteitPage]) -> None:
    """Read the times of many pages at once, with their state, and leave them on the pages."""
    from wijkteams.activiteiten.aanmelden.room import states_of
    from wijkteams.activiteiten.models import Keer

    keys = {page.translation_key for page in pages}
    keren = Keer.objects.filter(
        activiteit__translation_key__in=keys, ends_at__gt=timezone.now() - KEPT
    ).select_related("activiteit")
    by_key: dict[UUID, list[Keer]] = defaultdict(list)
    for keer in keren:
        by_key[keer.activiteit.translation_key].append(keer)
    states: dict[int, str] = {}
    for found in by_key.values():
        states.update(states_of(found[0].activiteit, found))
    for page in pages:
        own = by_key.get(page.translation_key, [])
        setattr(page, LEFT_ON_PAGE, [(keer, states[keer.pk]) for keer in own])


def register_kinds() -> None:
    """Called when the app is ready."""
    from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage

    register_kind(
        ACTIVITEIT,
        ActiviteitPage,
        _("Activiteit"),
        as_vermelding,
        marks=MARKS,
        prepare=prepare,
        ages=True,
    )
    register_kind("agenda", AgendaPage, _("Agenda"))
