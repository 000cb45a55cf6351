"""Mail to initiators, with the link of their own page."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.mailing import DAY, is_within, link, send
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer

INVITED_FOR = timedelta(days=7)
TO_ANSWER = timedelta(days=30)
INVITED = Throttle("initiatief-uitnodiging", limit=3, seconds=DAY, by_network=False)


def own_url(nemer: Initiatiefnemer) -> str:
    """The page where they keep their initiative."""
    return link("initiatiefnemer:beheren", tokens.BEHEREN, nemer.code, nemer.language)


def placed(nemer: Initiatiefnemer | None, initiatief: Initiatief, *, is_changed: bool) -> None:
    """What they wrote is on the site now."""
    if nemer is None or not nemer.email or nemer.bevestigd_op is None or nemer.gestopt_op:
        return
    send(
        "initiatief_geplaatst",
        nemer.email,
        initiatief,
        nemer.language,
        is_changed=is_changed,
        link=own_url(nemer),
    )


def invite(nemer: Initiatiefnemer, initiatief: Initiatief) -> None:
    """Would you do it together? Without a word that somebody typed."""
    if not is_within(INVITED, nemer.email):
        return
    send(
        "initiatief_uitnodiging",
        nemer.email,
        initiatief,
        nemer.language,
        expires=timezone.now() + INVITED_FOR,
        link=link("initiatiefnemer:uitnodiging", tokens.NEMER, nemer.code, nemer.language),
    )


def ask_if_going_on(nemer: Initiatiefnemer, initiatief: Initiatief) -> None:
    """Three buttons: it goes on, it is done, it stopped."""
    url = link("initiatiefnemer:loopt_nog", tokens.LOOPT_NOG, nemer.code, nemer.language)
    send(
        "initiatief_loopt_nog",
        nemer.email,
        initiatief,
        nemer.language,
        expires=timezone.now() + TO_ANSWER,
        link=url,
        done_link=f"{url}?hoe=klaar",
        stopped_link=f"{url}?hoe=gestopt",
        own_link=own_url(nemer),
    )
