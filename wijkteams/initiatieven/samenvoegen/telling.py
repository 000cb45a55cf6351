"""The mails after a merge and after its undoing: who follows hears of it, who supports is asked.

By the worker: there may be hundreds of them. Each task does all of it or nothing.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren.mails import own_url
from wijkteams.initiatieven.mailing import DAY, is_within, link, page_url, reachable, send
from wijkteams.initiatieven.models import Initiatief, Samenvoeging, Steun, Volger

MOVED = Throttle("initiatief-verhuisd", limit=10, seconds=DAY, by_network=False)
"A team that merges and undoes all day fills nobody's mailbox."


@task()
@transaction.atomic
def merged_later(pk: int, followers: list[int], supporters: list[int]) -> None:
    """Tell those who moved along, ask those who support it, tell who wanted them both."""
    row = _row(pk)
    if row.los_op is not None:
        return
    _tell_followers(row, followers, into=row.doel, wat="mee")
    _tell_initiators(row, "mee")
    asked = Steun.objects.filter(pk__in=supporters, verhuizing_gevraagd_op=None)
    for steun in asked.select_related("initiatief__samengevoegd_in__wijk"):
        _ask(steun, steun.initiatief.samengevoegd_in)


@task()
@transaction.atomic
def separated_later(pk: int, followers: list[int], supporters: list[int]) -> None:
    """Tell those who came back, and whose support did."""
    row = _row(pk)
    _tell_followers(row, followers, into=row.bron, wat="terug")
    _tell_initiators(row, "terug")
    for steun in Steun.objects.filter(pk__in=supporters).exclude(email=""):
        if is_within(MOVED, steun.email):
            _about(row, steun, row.bron, wat="steun_terug")


def _row(pk: int) -> Samenvoeging:
    return Samenvoeging.objects.select_related("bron__wijk", "doel__wijk").get(pk=pk)


def _tell_followers(row: Samenvoeging, pks: list[int], *, into: Initiatief, wat: str) -> None:
    for volger in Volger.objects.filter(pk__in=pks, initiatief=into).exclude(bevestigd_op=None):
        if is_within(MOVED, volger.email):
            own, leave = (
                link(f"steun:{name}", tokens.VOLGEN, volger.code, volger.language)
                for name in ("volg", "stop")
            )
            _about(row, volger, into, wat=wat, link=own, leave_url=leave)


def _tell_initiators(row: Samenvoeging, wat: str) -> None:
    for one in (row.bron, row.doel):
        for nemer in reachable(one):
            if is_within(MOVED, nemer.email):
                _about(row, nemer, one, wat=f"nemer_{wat}", link=own_url(nemer))


def _about(row: Samenvoeging, who: Any, subject: Initiatief, **extra: Any) -> None:
    language = who.language
    extra |= {"bron": row.bron.title, "doel": row.doel.title, "reden": row.reden}
    send(
        "initiatief_samengevoegd",
        who.email,
        subject,
        language,
        bron_url=page_url(row.bron, language),
        doel_url=page_url(row.doel, language),
        **extra,
    )


def _ask(steun: Steun, into: Initiatief | None) -> None:
    """May it move? Without an answer it stays where it was given."""
    if into is None or not is_within(MOVED, steun.email):
        return
    own = link("samenvoegen_steun", tokens.STEUN, steun.code, steun.language)
    send(
        "steun_verhuizen", steun.email, into, steun.language, bron=steun.initiatief.title, link=own
    )
    steun.verhuizing_gevraagd_op = timezone.now()
    steun.save(update_fields=["verhuizing_gevraagd_op"])
