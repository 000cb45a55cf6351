"""Asking for an address inside a process, and what that took."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from tests.bench.sites import READER

if TYPE_CHECKING:
    from collections.abc import Iterator

MANAGER = "beheer@bench.example"


def browser(email: str = "") -> Client:
    """A visitor; with an address: somebody who is logged in."""
    client = Client(headers=READER)
    if email:
        user = get_user_model().objects.get(email=email)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def manager() -> Client:
    """A browser of somebody who may do everything."""
    users = get_user_model().objects
    if not users.filter(email=MANAGER).exists():
        users.create_superuser(MANAGER, "bench-0123456789")
    return browser(MANAGER)


def forget() -> None:
    """As a process that just began: nothing warm that a query had to bring."""
    cache.clear()
    ContentType.objects.clear_cache()
    translation.deactivate()


@contextmanager
def counted() -> Iterator[CaptureQueriesContext]:
    """The queries of a block."""
    with CaptureQueriesContext(connection) as queries:
        yield queries


def timed(call: Callable[[], Any]) -> tuple[Any, float, float]:
    """What came of it, and how many ms it took: by the clock, and of the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = call()
    return (
        found,
        (time.perf_counter() - wall) * 1000,
        (time.process_time() - cpu) * 1000,
    )


def visit(client: Client, address: str, **more: Any) -> Any:
    """The answer, which must be 200 or 304."""
    response = client.get(address, **more)
    if response.status_code not in (200, 304):
        raise ValueError(f"{address}: {response.status_code}")
    return response


def fresh(client: Client, address: str) -> dict[str, Any]:
    """An address asked for by the first after a restart: queries, time and bytes."""
    visit(client, address)
    forget()
    with counted() as queries:
        response, wall, cpu = timed(lambda: visit(client, address))
    body = b"".join(response) if response.streaming else response.content
    size = {"bytes": len(body), "travels": compressed(body)}
    return {"queries": len(queries), "wall_ms": wall, "cpu_ms": cpu, **size}


def compressed(body: bytes) -> int:
    """How many bytes travel, as nginx and our own middleware compress by default."""
    return len(gzip.compress(body, 6))
