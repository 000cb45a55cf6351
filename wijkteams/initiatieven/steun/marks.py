"""Who is the same person, and what can be supported or followed now."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from core.mail.addresses import throttle_key_of
from wijkteams.initiatieven.models import AFGESLOTEN, Initiatief


class NotOpenError(Exception):
    """It ended, went on in another, or is not on the site."""


def mark_of(email: str) -> str:
    """By which an address and its variants are recognised: a keyed digest, the same for support
    of each initiative and for following it, that says nothing without our key."""
    key = throttle_key_of(email)
    return salted_hmac("initiatieven.steun", key, algorithm="sha256").hexdigest()


def is_open(initiatief: Initiatief) -> bool:
    """Whether somebody can begin to support or follow it."""
    goes_on = initiatief.staat not in AFGESLOTEN and initiatief.samengevoegd_in_id is None
    return initiatief.is_live and goes_on


def held(pk: int) -> Initiatief:
    """The initiative, locked, to which something is added. Raises NotOpenError."""
    initiatief = Initiatief.objects.locked(pk)
    if not is_open(initiatief):
        raise NotOpenError
    return initiatief
