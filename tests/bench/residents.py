"""Sixteen people who fill in a survey at the same moment, each in a process of their own.

They read the forms that they get, as a browser does: what is hidden goes back, of choices the
first is chosen.
"""

from __future__ import annotations

import http.client
import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

from tests.bench.forms import form_of

CLIENTS = 16
PLAIN = "application/x-www-form-urlencoded"
PAGES = 40
"Nobody turns more pages than this."


@dataclass
class Resident:
    """A browser with cookies, and how long each request took (ms)."""

    port: int
    headers: dict[str, str]
    cookies: dict[str, str] = field(default_factory=dict)
    spent: list[tuple[str, float]] = field(default_factory=list)
    wrong: int = 0
    done: bool = False
    "Whether it came to the end."

    def fill_in(self, path: str) -> bool:
        """From the first page to 'thank you'."""
        self.cookies = {}
        path, body = self._ask("GET", path)
        for _page in range(PAGES):
            if path.endswith("/bedankt/"):
                return True
            form = form_of(body)
            if form is None:
                break
            action, fields = form
            path, body = self._ask("POST", urljoin(path, action), fields)
        self.wrong += 1
        return False

    def _ask(self, method: str, path: str, fields: Any = None) -> tuple[str, bytes]:
        """Follows where it is sent; the address where it ends, and what stands there."""
        body = urlencode(fields).encode() if fields is not None else None
        for _hop in range(5):
            begin = time.perf_counter()
            status, location, answer = self._once(method, path, body)
            kind = "send" if "/controle/" in path and method == "POST" else method
            self.spent.append((kind, (time.perf_counter() - begin) * 1000))
            if status not in (301, 302, 303):
                self.wrong += status != 200
                return path, answer
            path, method, body = urljoin(path, location), "GET", None
        return path, b""

    def _once(
        self, method: str, path: str, body: bytes | None, kind: str = PLAIN
    ) -> tuple[int, str, bytes]:
        parts = urlsplit(path)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        cookie = "; ".join(f"{key}={value}" for key, value in self.cookies.items())
        more = {"Cookie": cookie} if cookie else {}
        if body is not None:
            more |= {
                "Content-Type": kind,
                "Referer": f"https://{self.headers['Host']}{parts.path}",
            }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, target, body, {**self.headers, **more})
            answer = connection.getresponse()
            for line in answer.headers.get_all("Set-Cookie", []):
                name, _is, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return answer.status, answer.getheader("Location") or "", answer.read()
        except (OSError, http.client.HTTPException):
            return 0, "", b""
        finally:
            connection.close()


def crowd(port: int, path: str, headers: dict[str, str], each: int) -> dict[str, Any]:
    """All of them at once, each so many times; what came back and how long it took."""

    def fill_in(own: dict[str, str], _number: int) -> Resident:
        resident = Resident(port, own)
        resident.done = resident.fill_in(path)
        return resident

    return all_at_once(fill_in, headers, each)


def all_at_once(
    work: Callable[[dict[str, str], int], Resident], headers: dict[str, str], each: int
) -> dict[str, Any]:
    """Sixteen processes that each do this so many times, with an address of their own each time."""
    fork = multiprocessing.get_context("fork")
    start, told = fork.Barrier(CLIENTS + 1), fork.Queue()
    people = [
        fork.Process(target=_one, args=(work, headers, each, number, start, told))
        for number in range(CLIENTS)
    ]
    for one in people:
        one.start()
    start.wait()
    begin = time.perf_counter()
    found = [told.get(timeout=600) for _one in people]
    seconds = time.perf_counter() - begin
    for one in people:
        one.join()
    return {
        "sent": sum(done for done, _wrong, _spent in found),
        "wrong": sum(wrong for _done, wrong, _spent in found),
        "spent": [one for _done, _wrong, spent in found for one in spent],
        "seconds": seconds,
    }


def _one(
    work: Callable[[dict[str, str], int], Resident],
    headers: dict[str, str],
    each: int,
    number: int,
    start: Any,
    told: Any,
) -> None:
    start.wait()
    done = wrong = 0
    spent: list[tuple[str, float]] = []
    for turn in range(each):
        # Throttles count by address, and these people do not share one.
        own = {**headers, "X-Forwarded-For": f"10.{number}.{turn // 250}.{turn % 250 + 1}"}
        resident = work(own, number * each + turn)
        done += resident.done
        wrong += resident.wrong
        spent += resident.spent
    told.put((done, wrong, spent))
