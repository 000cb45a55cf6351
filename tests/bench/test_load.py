"""The load generator counts right, and takes nothing but the answer that was asked for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.bench import load
from tests.bench.client import load as ask_often
from tests.bench.load import Target, WrongAnswerError, check, interleave, judged
from tests.bench.samples import Run


class Handler(BaseHTTPRequestHandler):
    """200 with ten bytes; /weg/ is not there."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.send_response(404 if self.path == "/weg/" else 200)
        self.send_header("Content-Length", "10")
        self.end_headers()
        self.wfile.write(b"0123456789")

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()


def told(**more: float) -> dict[str, float]:
    figures = {"requests": 100, "seconds": 2, "bytes": 20_000, "wrong": 0, "broken": 0, "cpu_s": 1}
    return {**figures, **more}


TARGET = Target("iets", 1, "/", (1,))


def test_own_client_counts_answers_and_errors(port: int) -> None:
    good = asyncio.run(ask_often(f"127.0.0.1:{port}", "/", 2, 0.2, "{}"))
    bad = asyncio.run(ask_often(f"127.0.0.1:{port}", "/weg/", 1, 0.1, "{}"))

    assert good.spent
    assert (good.wrong, good.broken) == (0, 0)
    assert good.bytes > 10 * len(good.spent)
    assert bad.wrong == len(bad.spent) > 0


def test_processor_time_is_divided_by_the_answers() -> None:
    assert judged(TARGET, told(), 200)["cpu_ms"] == 10
    assert judged(TARGET, told(), 200)["rps"] == 50


@pytest.mark.parametrize(
    "figures",
    [{"wrong": 1}, {"broken": 5}, {"requests": 0}, {"bytes": 60_000}],
    ids=["a wrong status", "broken connections", "no answer", "another page"],
)
def test_slice_with_anything_else_is_refused(figures: dict[str, float]) -> None:
    with pytest.raises(WrongAnswerError):
        judged(TARGET, told(**figures), 200)


def test_status_is_that_which_was_asked_for(port: int) -> None:
    assert check(Target("goed", port, "/", ())) > 10
    assert check(Target("weg", port, "/weg/", (), status=404)) > 10
    with pytest.raises(WrongAnswerError, match="404"):
        check(Target("weg", port, "/weg/", ()))


def test_targets_take_turns_and_a_failing_one_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []

    def one_slice(target: Target, clients: int, _seconds: int) -> dict[str, float]:
        turns.append(target.name)
        if target.name == "C" and len(turns) > 6:
            raise WrongAnswerError("500")
        return {"cpu_ms": float(clients)}

    monkeypatch.setattr(load, "run_slice", one_slice)
    run = Run()

    interleave(run, "proef", [Target(name, 1, "/", (1,)) for name in "ABC"], rounds=2, seconds=1)

    assert "".join(turns) == "ABC" + "ABC" + "ABC" + "ABAB"  # warming up, then one, then sixteen
    assert run.all("proef", "A", "cpu_ms", "c=16") == [16, 16]
    assert run.all("proef", "C", "cpu_ms", "c=1") == []
    assert run.missing == {"proef: C": "500"}
