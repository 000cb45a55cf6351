"""Agendas for the wards of a large city: fifty activities each, half of them every week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from time import perf_counter
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page, Site

from tests.builders import texts
from tests.builders.rows import Rows, analyze, mind_sequences, next_id
from tests.builders.tree import Node, Tree
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.models.activiteit import new_uid
from wijkteams.activiteiten.models.keer import KEY
from wijkteams.activiteiten.recurrence.clock import attach
from wijkteams.activiteiten.recurrence.rule import Freq, Rule
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import write_series
from wijkteams.models import WijkPage
from wijkteams.vermeldingen.rebuild import rebuild

WEEKS = 57
"As far as the horizon of 400 days."
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Agendas:
    """What was built, and how long it took: the pages and times, and the rows of lists."""

    activities: int
    times: int
    seconds: float
    rows_seconds: float


class Activities:
    """Writes activities and their times straight into the tables."""

    def __init__(self, tree: Tree, today: date) -> None:
        self.tree, self.today = tree, today
        self.activities = Rows(Activiteit, is_live=True, changed_at=timezone.now())
        self.times = Rows(Keer)
        self.next_pk = self.first_pk = next_id(Activiteit)
        self.many_times = 0

    def add(self, agenda: Node, wijk_id: int | None, number: int, *, weekly: bool) -> None:
        """One activity: every week from this week on, or once within the coming year."""
        random = self.tree.random
        day = self.today + timedelta(days=random.randrange(7 if weekly else 390))
        start = datetime.combine(day, time(random.randrange(9, 21)))
        end = start + timedelta(hours=2)
        rule = Rule(freq=Freq.WEEKLY, weekdays=(day.weekday(),)) if weekly else None
        series = write_series(Series(start=start, end=end, rule=rule))
        title = texts.title(random)
        node = self.tree.hang(
            agenda, ActiviteitPage, title, f"activiteit-{number + 1}", wijk_id=wijk_id,
            summary=texts.sentence(random), body=texts.body(random), starts_at=attach(start),
            ends_at=attach(end), herhaling=series if weekly else "", is_free=number % 3 > 0,
        )  # fmt: skip
        key = node.values["translation_key"]
        self.tree.done(node)
        self.activities.add(
            id=self.next_pk, translation_key=key, wijk_id=wijk_id, title=title, reeks=series,
            ical_uid=new_uid(key),
        )  # fmt: skip
        for week in range(WEEKS if weekly else 1):
            self._time(start + week * WEEK)
        self.next_pk += 1

    def _time(self, start: datetime) -> None:
        self.times.add(
            activiteit_id=self.next_pk,
            key=start.strftime(KEY),
            slug=start.date().isoformat(),
            starts_at=attach(start),
            ends_at=attach(start + timedelta(hours=2)),
        )
        self.many_times += 1

    def finish(self) -> None:
        """Write what waits: pages first, then what hangs on them."""
        self.tree.finish()
        self.activities.write()
        self.times.write()
        mind_sequences(Activiteit, Keer)


def build_agendas(*, each: int = 50, seed: int = 1) -> Agendas:
    """Give each ward without an agenda one, with so many activities; half of them every week."""
    begin = perf_counter()
    kinds: dict[type[Page], dict[str, Any]] = {AgendaPage: {}, ActiviteitPage: {}}
    with transaction.atomic():
        made = Activities(Tree(kinds, Random(seed)), timezone.localdate())
        fronts = list(_fronts_without_agenda())
        for front in fronts:
            _grow(made, front, each)
        made.finish()
        WijkPage.objects.filter(pk__in=[front.pk for front in fronts]).update(
            numchild=F("numchild") + 1
        )
    built = perf_counter()
    rebuild()
    analyze()
    number = made.next_pk - made.first_pk
    return Agendas(number, made.many_times, built - begin, perf_counter() - built)


def _fronts_without_agenda() -> Iterable[WijkPage]:
    root = Site.objects.get(is_default_site=True).root_page
    with_agenda = AgendaPage.objects.exclude(wijk=None).values("wijk")
    return WijkPage.objects.child_of(root).exclude(wijk__in=with_agenda).order_by("pk")


def _grow(made: Activities, front: WijkPage, each: int) -> None:
    under = Node(front.pk, front.path, front.depth, front.url_path, front.numchild)
    agenda = made.tree.hang(
        under, AgendaPage, "Agenda", "agenda", wijk_id=front.wijk_id, show_in_menus=True
    )
    for number in range(each):
        made.add(agenda, front.wijk_id, number, weekly=number % 2 == 0)
    made.tree.done(agenda)
