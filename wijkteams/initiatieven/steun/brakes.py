"""How often (rules R-34 and R-40). A library is one address for many people."""

from __future__ import annotations

from django.http import HttpRequest

from core.mail.addresses import throttle_key_of
from core.security.throttle import Throttle

HOUR, DAY = 3600, 86_400
SENT_FROM = Throttle("steun", limit=60, seconds=HOUR)
ABOUT_ONE = Throttle("steun-mail-een", limit=3, seconds=DAY, by_network=False)
IN_ALL = Throttle("steun-mail", limit=10, seconds=DAY, by_network=False)


def may_mail(email: str, what: str, initiatief_pk: int) -> bool:
    """Whether an address did not get enough mails to confirm this today; counts this one.

    Nobody fills the mailbox of another, whatever dots and tags they add to the address.
    """
    nobody, key = HttpRequest(), throttle_key_of(email)
    about_one = ABOUT_ONE.allows_one_more(nobody, f"{what}:{initiatief_pk}:{key}")
    return about_one and IN_ALL.allows_one_more(nobody, key)
