"""Processes that are killed while they write an answer: what is there is whole, and of one make."""

from __future__ import annotations

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from core.page_cache.beginning import claim
from core.page_cache.dropping import carry_out
from core.page_cache.record import from_bytes

ROOT = Path(__file__).resolve().parents[2]
KILLS = 8
WRITER = """
import sys, time, django
django.setup()
from core.page_cache.address import Address
from core.page_cache.beginning import claim
from core.page_cache.day import today
from core.page_cache.dropping import _some
from core.page_cache.generation import read_state
from core.page_cache import keeping
keeping._still_right = lambda began, now: read_state() == began
claim()
print("begun", flush=True)
number = 0
while True:
    number += 1
    text = (f"{number:08d}" * 4000).encode()
    keeping.keep(keeping.Made(Address("http-testserver", "/a/", ""),
        {"Content-Type": "text/html; charset=utf-8"}, text, frozenset(["k"]),
        today().ends, read_state()))
    _some(frozenset(["k"]))
"""


def test_killed_while_it_writes(folder: Path) -> None:
    """Two writers of one address, killed at any moment."""
    claim()
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.page_cache.folder_settings",
        "FOLDER_OF_THE_TEST": str(folder),
        "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}",
    }
    seen = 0
    for _kill in range(KILLS):
        writers = [
            subprocess.Popen([sys.executable, "-c", WRITER], cwd=ROOT, env=env, stdout=-1)
            for _writer in range(2)
        ]
        for writer in writers:
            assert writer.stdout is not None
            writer.stdout.readline()
        end = time.monotonic() + random.uniform(0.05, 0.4)
        while time.monotonic() < end:
            seen += look(folder)
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
            writer.wait()
        seen += look(folder)
        with ThreadPoolExecutor() as pool:
            assert all(pool.map(lambda _n: carry_out(frozenset(["k"])), range(3)))
        assert not [path for path in folder.rglob("web/**/*.html") if path.is_file()]
    assert seen > KILLS


def look(folder: Path) -> int:
    """How many whole answers there are; a half one is the end of the test."""
    seen = 0
    for path in [*folder.rglob("answers/*/*"), *folder.rglob("web/**/,*")]:
        try:
            data = path.read_bytes()
        except (FileNotFoundError, IsADirectoryError):
            continue
        if "answers" in path.parts:
            kept = from_bytes(data)
            assert kept is not None, "half an answer"
            body, packed = kept.body, kept.gzipped
            assert gzip.decompress(packed) == body, "two makes in one answer"
        else:
            body = gzip.decompress(data) if path.suffix == ".gz" else data
        assert len(body) == 32_000
        assert body == body[:8] * 4000, "half a page"
        seen += 1
    return seen
