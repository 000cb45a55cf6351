"""Some domains take but so many mails a minute (setting NEWSLETTER_PER_MINUTE, requirement N14).

Counted in the database, so that two senders share one measure. Counted is what was taken in hand:
what then does not leave counts too, which errs on the calm side.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F

from nieuws.models import Tempo

ALL = "*"
KEPT = timedelta(hours=1)


class Room:
    """How many more each domain takes this minute. Use within the transaction of the claim."""

    def __init__(self, now: datetime) -> None:
        self.minute = now.replace(second=0, microsecond=0)
        self.limits = {name.lower(): most for name, most in settings.NEWSLETTER_PER_MINUTE.items()}
        self.left: dict[str, int] = {}
        if self.limits:
            self._look()

    def _look(self) -> None:
        Tempo.objects.filter(minute__lt=self.minute - KEPT).delete()
        for name in sorted(self.limits):  # always in this order: no two wait for each other
            Tempo.objects.get_or_create(key=self._key(name), defaults={"minute": self.minute})
        keys = [self._key(name) for name in self.limits]
        rows = Tempo.objects.select_for_update().filter(key__in=keys).order_by("key")
        used = dict(rows.values_list("key", "mails"))
        self.left = {
            name: max(0, most - used[self._key(name)]) for name, most in self.limits.items()
        }

    def full(self) -> list[str]:
        """Domains that get none now."""
        return [name for name, left in self.left.items() if left == 0 and name != ALL]

    def at_most(self, number: int) -> int:
        """So many at once, over all domains."""
        return min(number, self.left.get(ALL, number))

    def take(self, rows: Iterable[tuple[int, str]]) -> list[int]:
        """Of these, in their order, those that fit; they are counted."""
        taken: list[int] = []
        used: dict[str, int] = {}
        for pk, domain in rows:
            names = [name for name in (domain, ALL) if name in self.left]
            if all(used.get(name, 0) < self.left[name] for name in names):
                taken.append(pk)
                for name in names:
                    used[name] = used.get(name, 0) + 1
        for name, number in used.items():
            Tempo.objects.filter(key=self._key(name)).update(mails=F("mails") + number)
        return taken

    def _key(self, name: str) -> str:
        return f"{name} {self.minute:%Y-%m-%dT%H:%M}"
