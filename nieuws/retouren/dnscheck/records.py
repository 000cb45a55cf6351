"""Asking the DNS, and never waiting long for it."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import dns.exception
import dns.resolver
from dns.rdtypes.ANY.TXT import TXT

SECONDS = 4.0
AT_ONCE = 8
Question = tuple[str, str]


@dataclass(frozen=True)
class Answer:
    """What stands under a name; None in `records`: the DNS did not answer."""

    records: tuple[str, ...] | None

    @property
    def failed(self) -> bool:
        return self.records is None

    def starting(self, *words: str) -> list[str]:
        """The records that begin so, in whatever case."""
        return [one for one in self.records or () if one.lower().startswith(words)]


def ask(questions: Iterable[Question]) -> dict[Question, Answer]:
    """All at once: (name, kind) → what stands there."""
    wanted = list(dict.fromkeys(questions))
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        return dict(zip(wanted, pool.map(_ask, wanted), strict=True))


def _ask(question: Question) -> Answer:
    name, kind = question
    try:
        found = dns.resolver.resolve(name, kind, lifetime=SECONDS)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return Answer(())
    except (dns.exception.DNSException, OSError, UnicodeError, ValueError):
        return Answer(None)
    return Answer(tuple(_text(record) for record in found))


def _text(record: object) -> str:
    """A long TXT record comes in pieces (RFC 7208, 3.3)."""
    if isinstance(record, TXT):
        return b"".join(record.strings).decode("utf-8", errors="replace")
    return str(record)
