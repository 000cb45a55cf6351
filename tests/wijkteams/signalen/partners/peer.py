"""The system of a municipality that speaks Open311, as a process of its own.

    python peer.py    it says its port on the first line, and then answers.

It is steered and looked into at /steer?state=closed and /seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

KEY = "geheime-sleutel"
SEEN: list[dict[str, str]] = []
NOW: dict[str, str] = {"state": "open", "notes": "", "answer": "number"}
ANSWERS: dict[str, tuple[int, Any]] = {
    "number": (201, [{"service_request_id": "MOR-7", "service_notice": ""}]),
    "token": (201, [{"token": "t-1"}]),
    "busy": (503, []),
    "odd": (200, "hallo"),
    "elsewhere": (307, []),
}


class Peer(BaseHTTPRequestHandler):
    """Answers as the standard says."""

    def do_POST(self) -> None:
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        told = dict(parse_qsl(text))
        SEEN.append({"path": self.path, **told})
        if NOW["answer"] == "cut":
            self.close_connection = True
            return
        wrong = told.get("api_key") != KEY
        self._say(*(403, []) if wrong else ANSWERS[NOW["answer"]])

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/steer":
            NOW.update(parse_qsl(parts.query))
            self._say(200, NOW)
        elif parts.path == "/seen":
            self._say(200, SEEN)
        elif parts.path == "/v2/tokens/t-1.json":
            self._say(200, [{"service_request_id": "MOR-7", "token": "t-1"}])
        elif parts.path == "/v2/requests/MOR-7.json":
            one = {"status": NOW["state"], "status_notes": NOW["notes"]}
            self._say(200, [{"service_request_id": "MOR-7", **one}])
        else:
            self._say(404, [])

    def _say(self, status: int, what: Any) -> None:
        body = json.dumps(what).encode()
        self.send_response(status)
        if status == 307:
            self.send_header("Location", "/v2/other.json")
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Says nothing."""


@dataclass(frozen=True)
class Running:
    """A peer that runs."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/v2"

    def steer(self, **values: str) -> None:
        """What it says from now on."""
        self._get(f"/steer?{urlencode(values)}")

    def seen(self) -> list[dict[str, str]]:
        """What it was told."""
        found: list[dict[str, str]] = self._get("/seen")
        return found

    def _get(self, path: str) -> Any:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
            return json.load(answer)


@contextmanager
def running() -> Iterator[Running]:
    """A peer for as long as the block lasts."""
    process = subprocess.Popen([sys.executable, __file__], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Running(int(process.stdout.readline()))
    finally:
        process.terminate()
        process.wait(timeout=10)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Peer)
    print(server.server_address[1], flush=True)
    server.serve_forever()
