"""Sends requests one after another; whatever one changes is taken back before the next."""

from __future__ import annotations

import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.pace import pace

CPU = 1.0
"Seconds for one answer, on the machine of the limits."


def as_query(pairs: list[tuple[str, str]]) -> str:
    """A query string, also of what is no proper text."""
    return "&".join(
        f"{quote(name)}={quote(text.encode('utf-8', 'surrogatepass'))}" for name, text in pairs
    )


@dataclass
class Report:
    """What came back."""

    statuses: Counter[int] = field(default_factory=Counter)
    broken: dict[str, str] = field(default_factory=dict)
    "One example for each place in the code that broke."
    slow: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([str(dict(self.statuses)), *self.slow, *self.broken.values()])


def send(report: Report, client: Client, method: str, path: str, **options: Any) -> None:
    """One request. Throttles start anew, else only the first ones would be tried."""
    cache.clear()
    client.raise_request_exception = False
    about = f"{method} {path[:160]} {str(options)[:300]}"
    cookies = client.cookies.copy()
    begin = time.process_time()
    with transaction.atomic():
        try:
            response = client.generic(method, path, **options)
            parts = response.streaming_content if response.streaming else [response.content]
            body = b"".join(parts)
        finally:
            transaction.set_rollback(True)
            client.cookies = cookies
    spent = time.process_time() - begin
    report.statuses[response.status_code] += 1
    if spent > CPU and spent > CPU * pace():
        report.slow.append(f"{spent:.1f} s: {about}")
    if response.status_code >= 500 or b"Traceback (most recent" in body:
        place, trace = _where(response)
        report.broken.setdefault(place, f"{response.status_code} {about}\n{trace}")


def _where(response: Any) -> tuple[str, str]:
    error = getattr(response, "exc_info", None)
    if not error:
        return str(response.status_code), ""
    lines = traceback.format_exception(*error)
    frames = traceback.extract_tb(error[2])
    return f"{frames[-1].filename}:{frames[-1].lineno}", "".join(lines[-6:])
