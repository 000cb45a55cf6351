"""What keeps mail from being sent to who did not ask for it (R-34).

Anybody can type anybody's address in a form. So one mailbox gets at most one mail a day that asks
to confirm, and three in all; the count starts anew when they press the button, or after a month
without any. And whoever says 'never again' is left in peace for good.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.mail.addresses import throttle_key_of
from nieuws.models import Rem

BETWEEN = timedelta(hours=24)
MOST = 3
COUNTED = timedelta(days=30)
"After so long without a mail a count is forgotten."


def may_mail(email: str) -> bool:
    """Whether a mail that asks to confirm may go to this address; counts it in the same step."""
    now, key = timezone.now(), _key(Rem.Soort.TELLER, email)
    first = {"soort": Rem.Soort.TELLER, "mails": 1, "last_at": now}
    _rem, created = Rem.objects.get_or_create(key=key, defaults=first)
    if created:
        return True
    # One statement each: of two workers only one gets the mail.
    rows = Rem.objects.filter(key=key)
    forgotten = rows.filter(last_at__lte=now - COUNTED).update(mails=1, last_at=now)
    again = rows.filter(mails__lt=MOST, last_at__lte=now - BETWEEN)
    return bool(forgotten or again.update(mails=F("mails") + 1, last_at=now))


def start_anew(email: str) -> None:
    """They pressed the button: it was really them."""
    Rem.objects.filter(key=_key(Rem.Soort.TELLER, email)).delete()


def block(email: str) -> None:
    """Never write to this address again, whoever asks."""
    values = {"soort": Rem.Soort.NOOIT, "last_at": timezone.now()}
    Rem.objects.get_or_create(key=_key(Rem.Soort.NOOIT, email), defaults=values)


def unblock(email: str) -> bool:
    """They asked the team to be written to again; whether there was something to lift."""
    return bool(Rem.objects.filter(key=_key(Rem.Soort.NOOIT, email)).delete()[0])


def is_blocked(email: str) -> bool:
    """Whether they said 'never again'."""
    return Rem.objects.filter(key=_key(Rem.Soort.NOOIT, email)).exists()


def keys_of(email: str) -> list[str]:
    """The keys of what is kept about an address."""
    return [_key(soort, email) for soort in Rem.Soort.values]


def _key(soort: str, email: str) -> str:
    salt = f"nieuws.abonneren.rem.{soort}"
    return salted_hmac(salt, throttle_key_of(email), algorithm="sha256").hexdigest()
