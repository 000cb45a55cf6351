"""Slowing down who guesses. Counted in the database, so that all processes see the same."""

from __future__ import annotations

import math
from datetime import timedelta

from django.db import connection
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_tasks import task

from core.models import Poging
from core.security.network import network_of

# One statement, so that of two processes neither forgets the other's try. The one that fills the
# measure starts the whole term: who is closed out, is so for all of it.
COUNT = """
INSERT INTO core_poging (key, tries, until) VALUES (%(key)s, 1, %(until)s)
ON CONFLICT (key) DO UPDATE SET
  tries = CASE WHEN core_poging.until <= %(now)s THEN 1 ELSE core_poging.tries + 1 END,
  until = CASE WHEN core_poging.until <= %(now)s OR core_poging.tries + 1 = %(limit)s
          THEN excluded.until ELSE core_poging.until END
RETURNING tries
"""


class Throttle:
    """At most so many tries of one kind per term: by network address, by name, or by both."""

    def __init__(self, purpose: str, *, limit: int, seconds: int, by_network: bool = True) -> None:
        self.purpose, self.limit, self.seconds = purpose, limit, seconds
        self.by_network = by_network

    def is_closed(self, request: HttpRequest, name: str = "") -> bool:
        """Whether there were too many tries."""
        return self.wait(request, name) > 0

    def wait(self, request: HttpRequest, name: str = "") -> int:
        """The seconds until a next try is possible; 0 when it is now."""
        row = Poging.objects.filter(
            key=self._key(request, name), tries__gte=self.limit, until__gt=timezone.now()
        ).first()
        return math.ceil((row.until - timezone.now()).total_seconds()) if row else 0

    def count_wrong_try(self, request: HttpRequest, name: str = "") -> int:
        """Remember one more try; gives how many there were."""
        now = timezone.now()
        adapt = connection.ops.adapt_datetimefield_value
        values = {
            "key": self._key(request, name),
            "now": adapt(now),
            "until": adapt(now + timedelta(seconds=self.seconds)),
            "limit": self.limit,
        }
        with connection.cursor() as cursor:
            cursor.execute(COUNT, values)
            return int(cursor.fetchone()[0])

    def allows_one_more(self, request: HttpRequest, name: str = "") -> bool:
        """Count a try, and say whether it was still within the limit: in one step."""
        return self.count_wrong_try(request, name) <= self.limit

    def forget(self, request: HttpRequest, name: str = "") -> None:
        """Start anew, because somebody proved to be who they say."""
        Poging.objects.filter(key=self._key(request, name)).delete()

    def _key(self, request: HttpRequest, name: str) -> str:
        """No address and no name is kept as it is: the key is a keyed hash."""
        network = network_of(request) if self.by_network else ""
        value = f"{network}|{name.lower()}"
        return salted_hmac(f"throttle:{self.purpose}", value, algorithm="sha256").hexdigest()


@task()
def forget_old_tries() -> None:
    """The hourly round: what no longer counts goes."""
    Poging.objects.filter(until__lte=timezone.now()).delete()
