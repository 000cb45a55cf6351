"""How often somebody may guess a password or a code, and ask for mail."""

from __future__ import annotations

from datetime import timedelta

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse

from accounts.mails import mail_about_account
from accounts.models import User
from core.absolute import absolute
from core.security.throttle import Throttle

QUARTER, HOUR, DAY = 15 * 60, 3600, 24 * 3600
SALT = "accounts.tries.unlock"


class Guard:
    """Five wrong tries for a name from a network close it for a quarter of an hour.

    Of many networks together a name bears fifty a day; then its owner gets a link that still
    lets them in. A network alone bears many: forty people may share that of a library.
    """

    def __init__(self, purpose: str) -> None:
        self.here = Throttle(purpose, limit=5, seconds=QUARTER)
        self.network = Throttle(f"{purpose}-network", limit=100, seconds=QUARTER)
        self.name = Throttle(f"{purpose}-name", limit=50, seconds=DAY, by_network=False)

    def take(self, request: HttpRequest, name: str, *, excused: bool = False) -> int:
        """Count a try before it is looked at: 0 when it may go on, else the seconds to wait.

        `excused` is the owner who came by the link in the mail.
        """
        for throttle, who in ((self.here, name), (self.network, "")):
            if not throttle.allows_one_more(request, who):
                return throttle.wait(request, who) or QUARTER
        tries = self.name.count_wrong_try(request, name)
        if tries == self.name.limit:
            self._tell_owner(name)
        if tries > self.name.limit and not excused:
            return self.name.wait(request, name) or QUARTER
        return 0

    def forgive(self, request: HttpRequest, name: str) -> None:
        """The try was right after all."""
        self.here.forget(request, name)
        self.name.forget(request, name)

    def _tell_owner(self, name: str) -> None:
        user = User.objects.filter(email=name.lower(), is_active=True).first()
        if user is not None:
            link = f"{absolute(reverse('account_login'))}?sleutel={unlock_key(user)}"
            mail_about_account(user, "account_op_slot", link=link)


LOGIN = Guard("login")
CODES = Guard("code")
# Behind a password the same person types again.
REPEAT = Guard("repeat")
# Mails that anybody may ask for, by address and by network.
MAIL_TO = Throttle("reset", limit=3, seconds=HOUR, by_network=False)
MAIL_FROM = Throttle("reset-network", limit=60, seconds=HOUR)
WRONG_LINKS = Throttle("link", limit=10, seconds=60)
# A code of the app works once, also in the minute in which it would still be right.
USED_CODES = Throttle("used-code", limit=1, seconds=300, by_network=False)


def unlock_key(user: User) -> str:
    """Lets the owner of a name try although others guessed at it too often."""
    return signing.dumps(user.email, salt=SALT)


def unlocks(key: str, name: str) -> bool:
    """Whether this key of a mail belongs to this name, and is of the last day."""
    try:
        email = signing.loads(key, salt=SALT, max_age=timedelta(days=1))
    except signing.BadSignature:
        return False
    return bool(email == name.lower())
