"""Mail to who offers help, and to the initiators who asked for it.

What somebody typed in the form goes to no mailbox before its owner said yes; and how to reach a
helper stands on the initiators' own page only, so that it is gone when it must be.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone, translation

from core.absolute import absolute
from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.mailing import DAY, is_within, link, reachable, send
from wijkteams.initiatieven.models import Dienst, HulpAanbod, HulpVraag, Initiatief, Initiatiefnemer

CONFIRM_WITHIN = timedelta(days=7)
MAILED = Throttle("hulp-mail", limit=5, seconds=DAY, by_network=False)
TOLD = Throttle("hulp-bericht", limit=40, seconds=DAY, by_network=False)
"Beyond this an initiator sees the rest on their page."


def ask_to_confirm(aanbod: HulpAanbod) -> None:
    """A mail with a button; who said yes before gets the way to their page."""
    if not aanbod.email or not is_within(MAILED, aanbod.email):
        return
    _to_helper(
        "hulp_bevestigen",
        aanbod,
        expires=timezone.now() + CONFIRM_WITHIN,
        is_known=aanbod.staat != HulpAanbod.Staat.ONBEVESTIGD,
    )


def tell_helper(aanbod: HulpAanbod, wat: str, **extra: Any) -> None:
    """What became of it: `afgesproken`, `niet_nodig`, `over` or `dienst`."""
    if aanbod.email and aanbod.bevestigd_op is not None:
        _to_helper("hulp_bericht", aanbod, wat=wat, **extra)


def remind(aanbod: HulpAanbod, dienst: Dienst) -> None:
    """Tomorrow they come to help."""
    _to_helper("hulp_herinnering", aanbod, dienst=dienst, expires=dienst.begint)


def tell_initiators(vraag: HulpVraag, wat: str) -> None:
    """Somebody offers (`nieuw`), or cannot any more (`stopt`). Who it is, stands on their page."""
    for nemer in reachable(vraag.initiatief):
        if is_within(TOLD, nemer.email):
            url = need_url(nemer, vraag)
            send(
                "hulp_initiatiefnemer",
                nemer.email,
                vraag.initiatief,
                nemer.language,
                vraag=vraag,
                wat=wat,
                link=url,
            )


def need_url(nemer: Initiatiefnemer, vraag: HulpVraag) -> str:
    """The page of one thing that is asked, for its initiator."""
    token = tokens.make(tokens.BEHEREN, nemer.code)
    with translation.override(nemer.language):
        return absolute(reverse("initiatiefnemer:hulpvraag", args=[token, vraag.code]))


def helper_url(aanbod: HulpAanbod) -> str:
    """The page of who offers."""
    return link("hulp:aanbod", tokens.HULP, aanbod.code, aanbod.language)


def _to_helper(name: str, aanbod: HulpAanbod, **extra: Any) -> None:
    vraag = aanbod.hulpvraag
    initiatief: Initiatief = vraag.initiatief
    expires = extra.pop("expires", None)
    send(
        name,
        aanbod.email,
        initiatief,
        aanbod.language,
        expires=expires,
        vraag=vraag,
        link=helper_url(aanbod),
        **extra,
    )
