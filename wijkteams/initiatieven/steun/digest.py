"""What goes to followers: each step and update, at once or once a week (requirement I8).

The initiative is held while its news is read, as it is by who writes news: so nothing falls
between two mails, and nothing is told twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import task

from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Controle, Initiatief, Stap, Update, Volger
from wijkteams.initiatieven.steun import mails

WEEKLY = timedelta(days=6, hours=20)
"A little less than a week: the clock of a queue is not exact."
AT_A_TIME = 100


@dataclass(frozen=True)
class Nieuws:
    """What happened with an initiative; the oldest first."""

    stappen: list[Stap]
    berichten: list[Update]

    def since(self, moment: datetime) -> Nieuws:
        """What is newer than this."""
        return Nieuws(
            [one for one in self.stappen if one.wanneer > moment],
            [one for one in self.berichten if _placed(one) > moment],
        )

    @property
    def newest(self) -> datetime | None:
        moments = [one.wanneer for one in self.stappen] + [_placed(one) for one in self.berichten]
        return max(moments, default=None)


@task()
def tell_now(initiatief: int) -> int:
    """Something happened: who wants to hear it at once; gives how many mails."""
    return _tell(initiatief, Volger.Ritme.METEEN, until=timezone.now())


@task()
def tell_weekly() -> int:
    """Each morning: whose week is over; gives how many mails."""
    limit = timezone.now() - WEEKLY
    rows = Volger.objects.filter(ritme=Volger.Ritme.WEEK, verstuurd_tot__lt=limit)
    due = rows.filter(bevestigd_op__isnull=False, initiatief__is_live=True)
    keys = due.order_by("initiatief").values_list("initiatief", flat=True).distinct()
    return sum(_tell(key, Volger.Ritme.WEEK, until=limit) for key in list(keys))


@task()
@transaction.atomic
def tell_last(initiatief: int, since: list[list[Any]]) -> int:
    """What followers did not hear yet when they moved away from it; gives how many mails.

    `since`: of each follower the key, and up to when they had heard all.
    """
    found = _of(initiatief)
    if found is None:
        return 0
    heard = {pk: datetime.fromisoformat(moment) for pk, moment in since}
    news, mailed = _news(found, min(heard.values())), 0
    for volger in Volger.objects.filter(pk__in=heard).exclude(bevestigd_op=None):
        volger.initiatief = found  # for this mail; the row itself has moved
        mailed += _mail(volger, news.since(heard[volger.pk]))
    return mailed


def before_they_move(rows: QuerySet[Volger]) -> None:
    """Have the worker mail what these did not hear yet of what they follow until now."""
    told: dict[int, dict[int, datetime]] = {}
    sure = rows.exclude(bevestigd_op=None)
    for pk, at, moment in sure.values_list("pk", "initiatief", "verstuurd_tot"):
        told.setdefault(at, {})[pk] = moment
    for at, heard in told.items():
        newest = _news(Initiatief.objects.get(pk=at), min(heard.values())).newest
        since = [[pk, one.isoformat()] for pk, one in heard.items() if newest and one < newest]
        if since:
            tell_last.enqueue(initiatief=at, since=since)


def _tell(pk: int, ritme: str, *, until: datetime) -> int:
    """Mail whose last mail was before this, a hundred in a transaction."""
    sent = 0
    while True:
        done, mailed = _some(pk, ritme, until)
        sent += mailed
        if done < AT_A_TIME:
            return sent


@transaction.atomic
def _some(pk: int, ritme: str, until: datetime) -> tuple[int, int]:
    """How many followers had their turn, and how many of them got a mail."""
    initiatief = _of(pk)
    if initiatief is None:
        return 0, 0
    now = timezone.now()
    due = Volger.objects.filter(verstuurd_tot__lt=until, initiatief=initiatief, ritme=ritme)
    rows = list(due.exclude(bevestigd_op=None).order_by("verstuurd_tot", "pk")[:AT_A_TIME])
    if not rows:
        return 0, 0
    news, mailed = _news(initiatief, rows[0].verstuurd_tot), 0
    for volger in rows:
        volger.initiatief = initiatief
        mailed += _mail(volger, news.since(volger.verstuurd_tot))
    # No longer before `until`: nobody has two turns in one round.
    Volger.objects.filter(pk__in=[one.pk for one in rows]).update(verstuurd_tot=now)
    return len(rows), mailed


def _of(pk: int) -> Initiatief | None:
    """The initiative, held; None when it is not on the site."""
    found = Initiatief.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None or not found.is_live or page_of(found) is None:
        return None
    return found


def _mail(volger: Volger, news: Nieuws) -> int:
    """One mail, or none when there is nothing to tell."""
    if news.newest is None:
        return 0
    mails.tell(volger, news)
    return 1


def _news(initiatief: Initiatief, since: datetime) -> Nieuws:
    """What all may read; that it came on the site is no news to who found it there."""
    steps = Stap.objects.filter(initiatief=initiatief, wanneer__gt=since).exclude(van="")
    updates = Update.objects.filter(
        initiatief=initiatief, controle=Controle.AKKOORD, geplaatst_op__gt=since
    )
    return Nieuws(list(steps.order_by("wanneer", "pk")), list(updates.order_by("geplaatst_op")))


def _placed(update: Update) -> datetime:
    return update.geplaatst_op or update.created_at


def happened(initiatief: Initiatief, **kwargs: Any) -> None:
    """A step or an update: the worker writes the mails."""
    now = Volger.objects.filter(initiatief=initiatief, ritme=Volger.Ritme.METEEN)
    if now.exclude(bevestigd_op=None).exists():
        tell_now.enqueue(initiatief=initiatief.pk)
