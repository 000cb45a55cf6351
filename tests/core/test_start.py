"""`start`: prepares once, says where the site is, and runs web and worker as one."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.models import Page

from core.management.commands import start
from core.serving import prepare, supervise
from home.models import HomePage
from wijkteams.models import Wijk

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def var_dir(tmp_path: Path) -> Any:
    with override_settings(VAR_DIR=tmp_path, STATIC_ROOT=tmp_path / "static"):
        yield tmp_path


def test_taken_port_is_told_in_plain_words() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"Poort {port} is bezet"):
            prepare.check_port(f"127.0.0.1:{port}")


def test_free_port_and_a_socket_file_are_fine() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    assert prepare.check_port(f"127.0.0.1:{port}") is None
    assert prepare.check_port("unix:/run/wijkplein.sock") is None


@pytest.mark.django_db
def test_database_that_is_up_to_date_is_left_alone() -> None:
    with patch.object(prepare, "call_command") as called:
        assert prepare.migrate() is False

    called.assert_not_called()


def test_static_files_are_collected_only_when_they_changed(var_dir: Path) -> None:
    with (
        patch.object(prepare, "static_fingerprint", side_effect=["een", "een", "twee"]),
        patch.object(prepare, "call_command") as called,
    ):
        done = []
        for _round in range(3):
            done.append(prepare.collect_static())
            (var_dir / "static").mkdir(exist_ok=True)

    assert done == [True, False, True]
    assert called.call_count == 2


def test_collecting_that_failed_is_done_again(var_dir: Path) -> None:
    (var_dir / "static").mkdir()
    with (
        patch.object(prepare, "static_fingerprint", return_value="een"),
        patch.object(prepare, "call_command", side_effect=[OSError("schijf vol"), None]),
    ):
        with pytest.raises(OSError, match="schijf vol"):
            prepare.collect_static()
        assert prepare.collect_static() is True


def test_fingerprint_is_that_of_the_files() -> None:
    before = prepare.static_fingerprint()
    with override_settings(VERSION="9.9.9"):
        after = prepare.static_fingerprint()

    assert before == prepare.static_fingerprint()
    assert before != after


def _empty(hub: HomePage) -> None:
    for page in Page.objects.child_of(hub):
        page.delete()


def test_empty_city_of_the_demo_gets_the_demo_city(hub: HomePage, var_dir: Path) -> None:
    _empty(HomePage.objects.get(pk=hub.pk))

    def laad_demo(name: str, **options: Any) -> None:
        options["stdout"].write(f"{name}: http://testserver/ als fatma")

    with (
        override_settings(DEMO=True),
        patch.object(prepare, "get_commands", return_value={"laad_demo": "home"}),
        patch.object(prepare, "call_command", side_effect=laad_demo),
    ):
        assert prepare.fill_empty_city() is True

    with override_settings(DEMO=True, WAGTAILADMIN_BASE_URL="http://127.0.0.1:8123"):
        assert prepare.demo_notes() == "laad_demo: http://127.0.0.1:8123/ als fatma"


def test_real_city_never_gets_the_demo(hub: HomePage, var_dir: Path) -> None:
    _empty(HomePage.objects.get(pk=hub.pk))
    out = StringIO()

    with (
        patch.object(prepare, "get_commands", return_value={"laad_demo": "home"}),
        patch.object(prepare, "call_command") as called,
    ):
        assert prepare.fill_empty_city() is False
        start.Command(stdout=out)._announce()

    called.assert_not_called()
    assert "maak_stad" in out.getvalue()


def test_city_with_pages_is_left_alone(haven: Wijk) -> None:
    with override_settings(DEMO=True), patch.object(prepare, "call_command") as called:
        assert prepare.fill_empty_city() is False

    called.assert_not_called()


@pytest.mark.django_db
def test_start_tells_the_addresses_and_the_log_ins(haven: Wijk, var_dir: Path) -> None:
    (var_dir / "demo.txt").write_text("fatma@sluisdam.example")
    out = StringIO()
    with (
        override_settings(
            DEMO=True, MAIL_CAUGHT_DIR=var_dir, WAGTAILADMIN_BASE_URL="http://127.0.0.1:8123"
        ),
        patch.object(prepare, "check_port"),
        patch.object(prepare, "collect_static", return_value=False),
        patch.object(start.os, "execv") as became,
        patch.object(start.connections, "close_all"),
    ):
        call_command("start", stdout=out)

    told = out.getvalue()
    for text in (
        "http://127.0.0.1:8123/",
        "/beheer/",
        "/beheer/uitgaande-mail/",
        "fatma@sluisdam.example",
    ):
        assert text in told
    commands = json.loads(became.call_args.args[1][-1])
    assert list(commands) == ["web", "worker"]
    assert commands["worker"][-1] == "work"
    assert Path(commands["web"][4]).name == "gunicorn.conf.py"
    assert Path(commands["web"][4]).exists()


# --- the supervisor ----------------------------------------------------------------------------


def supervisor(**commands: list[str]) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-P", supervise.__file__, json.dumps(commands)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 20
    while len(children(process.pid)) < len(commands) and time.monotonic() < deadline:
        if process.poll() is not None:
            break
        time.sleep(0.05)
    return process


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_ends_all_and_is_no_error(number: signal.Signals) -> None:
    process = supervisor(web=SLEEP, worker=SLEEP)
    pids = children(process.pid)

    process.send_signal(number)

    assert process.wait(10) == 0
    assert len(pids) == 2
    assert all(gone(pid) for pid in pids)


def test_the_end_of_one_is_the_end_of_all_and_an_error() -> None:
    process = supervisor(web=SLEEP, worker=SLEEP)
    first, second = children(process.pid)

    os.kill(second, signal.SIGKILL)

    assert process.wait(15) == 1
    assert gone(first)
    assert "stopte onverwacht" in (process.stderr.read() if process.stderr else "")


def test_child_that_does_not_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervise, "STOP_WITHIN", 0.5)
    deaf = (
        "import signal, time; signal.signal(15, signal.SIG_IGN);"
        "print(1, flush=True); time.sleep(60)"
    )
    child = subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE)
    assert child.stdout
    child.stdout.readline()

    supervise.end({"web": child})

    assert child.returncode == -signal.SIGKILL


def test_children_do_not_outlive_a_killed_supervisor() -> None:
    process = supervisor(web=SLEEP)
    [pid] = children(process.pid)

    process.kill()
    process.wait(10)

    assert gone(pid)


def test_serve_becomes_the_web_server_and_nothing_else() -> None:
    with (
        patch.object(prepare, "check_port"),
        patch("core.management.commands.serve.connections.close_all"),
        patch("core.management.commands.serve.os.execv") as became,
    ):
        call_command("serve")

    command = became.call_args.args[1]
    assert command[1:4] == ["-m", "gunicorn", "--config"]
    assert Path(command[4]).exists()
