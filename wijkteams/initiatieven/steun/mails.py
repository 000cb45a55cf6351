"""The mails of supporting and following. Never with words that somebody typed in the form."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.mailing import link, send
from wijkteams.initiatieven.models import Steun, Volger

if TYPE_CHECKING:
    from wijkteams.initiatieven.steun.digest import Nieuws

OLD_NEWS = timedelta(days=3)


def ask_support(steun: Steun, within: timedelta) -> None:
    """A mail with a button; who said yes before gets the way to take it back."""
    send(
        "steun_bevestigen",
        steun.email,
        steun.initiatief,
        steun.language,
        expires=timezone.now() + within,
        is_known=steun.bevestigd_op is not None,
        link=link("steun:mijn", tokens.STEUN, steun.code, steun.language),
    )


def ask_follow(volger: Volger, within: timedelta) -> None:
    """A mail with a button; who said yes before hears that all is well."""
    send(
        "volg_bevestigen",
        volger.email,
        volger.initiatief,
        volger.language,
        expires=timezone.now() + within,
        is_known=volger.bevestigd_op is not None,
        link=_own_page(volger),
    )


def tell(volger: Volger, nieuws: Nieuws) -> None:
    """What happened, with the way to stop in the mail and in its header (rule R-09)."""
    send(
        "volg_bericht",
        volger.email,
        volger.initiatief,
        volger.language,
        expires=timezone.now() + OLD_NEWS,
        leave_url=link("steun:stop", tokens.VOLGEN, volger.code, volger.language),
        stappen=nieuws.stappen,
        berichten=nieuws.berichten,
        link=_own_page(volger),
    )


def _own_page(volger: Volger) -> str:
    return link("steun:volg", tokens.VOLGEN, volger.code, volger.language)
