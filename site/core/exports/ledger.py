"""Telling who took which list out of the site, and (as keyed hashes) who stood in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.crypto import salted_hmac

from core.models import Inzage, InzagePersoon
from core.security.events import EXPORTED, tell

ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")


def who_hash(address: str) -> str:
    """What stands for somebody in the log of exports; cannot be read back."""
    value = address.strip().lower()
    return salted_hmac("core.exports.who", value, algorithm="sha256").hexdigest()


def record(
    user: Any, kind: str, subject: str, *, rows: int = 0, addresses: Iterable[str] = ()
) -> Inzage:
    """Write down one access: whose work it was, of what, and about whom."""
    entry = Inzage.objects.create(user_id=user.pk, kind=kind, subject=subject[:120], rows=rows)
    entry.wijken.set(user.lidmaatschappen.exclude(wijk=None).values_list("wijk_id", flat=True))
    hashes = {who_hash(address) for address in addresses}
    InzagePersoon.objects.bulk_create(
        [InzagePersoon(inzage=entry, who=value) for value in sorted(hashes)], batch_size=500
    )
    return entry


class Ledger:
    """Goes along with the rows of a list, and writes down what went out when the last is gone."""

    def __init__(self, user: Any, subject: str) -> None:
        self.user, self.subject = user, subject
        self.rows = 0
        self.addresses: set[str] = set()

    def watch(self, row: Iterable[Any]) -> None:
        """One row that goes into the file."""
        self.rows += 1
        for value in row:
            if isinstance(value, str) and "@" in value:
                self.addresses.update(address.lower() for address in ADDRESS.findall(value))

    def along(self, rows: Iterable[Any]) -> Iterator[Any]:
        """The rows, watched; also told when whoever asked stops half-way."""
        try:
            for row in rows:
                self.watch(row)
                yield row
        finally:
            self.close()

    def close(self) -> None:
        """The line in the log of who saw what, and in that of the site."""
        record(
            self.user,
            Inzage.Kind.EXPORT,
            self.subject,
            rows=self.rows,
            addresses=self.addresses,
        )
        tell(EXPORTED, account=self.user.pk, what=self.subject, rows=self.rows)
