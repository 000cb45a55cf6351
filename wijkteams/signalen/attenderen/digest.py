"""Once a day or a week: what is new, or got another state, in one mail (requirement G11)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone, translation
from django_tasks import task

from core.scheduler import register_job
from wijkteams.models import Wijk
from wijkteams.signalen.attenderen import mails
from wijkteams.signalen.models import Attendering
from wijkteams.signalen.openbaar.choosing import newest, of_ward
from wijkteams.signalen.openbaar.links import section_urls
from wijkteams.signalen.openbaar.shown import Publiek, shown_all

MOST = 20
"Signals in one mail; the list has the rest."
AT_A_TIME = 500
DAILY, WEEKLY = timedelta(hours=20), timedelta(days=6, hours=20)
"A little less than a day and a week: the clock of a queue is not exact."


@task()
def send_alerts() -> int:
    """Mail who is due; gives how many mails. Goes on with a next task when there are more."""
    now = timezone.now()
    due = list(_due(now).order_by("wijk", "language", "verstuurd_tot", "pk")[:AT_A_TIME])
    news = _News(now)
    sent = sum(_send(one, news, now) for one in due)
    if len(due) == AT_A_TIME:
        send_alerts.enqueue()
    return sent


def _due(now: datetime) -> QuerySet[Attendering]:
    day = Q(ritme=Attendering.Ritme.DAG, verstuurd_tot__lte=now - DAILY)
    week = Q(ritme=Attendering.Ritme.WEEK, verstuurd_tot__lte=now - WEEKLY)
    rows = Attendering.objects.filter(day | week).exclude(bevestigd_op=None)
    return rows.select_related("wijk")


def _send(attendering: Attendering, news: _News, now: datetime) -> bool:
    """The mail and the note that it went, together: a worker that is killed does neither."""
    lines = news.since(attendering)
    with transaction.atomic():
        rows = Attendering.objects.filter(
            pk=attendering.pk, verstuurd_tot=attendering.verstuurd_tot
        )
        if not rows.update(verstuurd_tot=now) or not lines:
            return False
        url = news.list_url(attendering)
        mails.tell(attendering, lines[:MOST], more=len(lines) > MOST, list_url=url)
    return True


class _News:
    """What changed, read once for all who get the same."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        self._lines: dict[tuple[int | None, str, datetime], list[Publiek]] = {}
        self._urls: dict[tuple[int | None, str], str] = {}

    def since(self, one: Attendering) -> list[Publiek]:
        """Public signals that changed since the last mail; one more than are shown."""
        key = (one.wijk_id, one.language, one.verstuurd_tot)
        if key not in self._lines:
            with translation.override(one.language):
                self._lines[key] = _read(one.wijk, one.verstuurd_tot, self.until)
        return self._lines[key]

    def list_url(self, one: Attendering) -> str:
        """The address of the list that has the rest."""
        key = (one.wijk_id, one.language)
        if key not in self._urls:
            with translation.override(one.language):
                self._urls[key] = section_urls([one.wijk_id]).get(one.wijk_id, "")
        return self._urls[key]


def _read(wijk: Wijk | None, since: datetime, until: datetime) -> list[Publiek]:
    rows = newest(of_ward(wijk)).filter(bijgewerkt_op__gt=since, bijgewerkt_op__lte=until)
    return shown_all(rows.order_by("-bijgewerkt_op", "-pk")[: MOST + 1], photos=False)


def register() -> None:
    """Called when the app is ready. In the morning, when people read their mail."""
    register_job("signal_alerts", {"hour": 7, "minute": 40}, send_alerts)
