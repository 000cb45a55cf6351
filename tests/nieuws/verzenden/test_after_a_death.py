"""What a sender that was killed had in hand (rule R-33). The drill kills real ones."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from nieuws.models import Editie, Zending
from nieuws.verzenden import journal as files
from nieuws.verzenden import relay
from nieuws.verzenden.claiming import claim_rows
from nieuws.verzenden.journal import Journal
from nieuws.verzenden.letter import message_id
from nieuws.verzenden.reconciling import put_right
from nieuws.verzenden.starting import start
from nieuws.verzenden.turns import turn
from tests.nieuws.verzenden.post import Post

pytestmark = pytest.mark.django_db
CLAIM = "c" * 32


@pytest.fixture(autouse=True)
def _own_folder(settings: Any, tmp_path: Path) -> None:
    settings.VAR_DIR = tmp_path


@pytest.fixture
def rows(editie: Editie) -> list[int]:
    """The edition is begun."""
    start(editie)
    return list(editie.zendingen.order_by("pk").values_list("pk", flat=True))


def die(editie: Editie, *lines: str) -> Path:
    """A sender that took all, wrote this, and is no more."""
    with Journal(CLAIM) as journal:
        claim_rows(editie, CLAIM)
        with journal.path.open("a") as file:
            file.writelines(f"{line}\n" for line in lines)
    return journal.path


def states(editie: Editie) -> list[str]:
    return list(editie.zendingen.order_by("pk").values_list("status", flat=True))


def test_sent_is_sent_begun_is_unsure_and_the_rest_waits(editie: Editie, rows: list[int]) -> None:
    path = die(editie, f"b {rows[0]}", f"d {rows[0]}", f"b {rows[1]}")
    assert put_right() == 1
    assert states(editie) == ["verstuurd", "onzeker", "wacht"]
    assert not path.exists()
    assert not Zending.objects.exclude(claim="").exists()


def test_who_goes_on_sends_only_what_waits(editie: Editie, rows: list[int], post: Post) -> None:
    die(editie, f"b {rows[0]}", f"d {rows[0]}", f"b {rows[1]}")
    turn(editie.pk)
    assert states(editie) == ["verstuurd", "onzeker", "verstuurd"]
    assert len(post.taken) == 1


def test_what_was_begun_and_not_taken_waits(editie: Editie, rows: list[int]) -> None:
    die(editie, f"b {rows[0]}", f"n {rows[0]}")
    put_right()
    assert states(editie) == ["wacht"] * 3


def test_a_line_that_was_cut_off_is_no_line(editie: Editie, rows: list[int]) -> None:
    path = die(editie, f"b {rows[0]}", f"d {rows[0]}")
    with path.open("a") as file:
        file.write(f"b {rows[1]}")
    put_right()
    assert states(editie) == ["verstuurd", "wacht", "wacht"]


def test_a_sender_that_lives_is_left_alone(editie: Editie, rows: list[int]) -> None:
    with Journal(CLAIM) as journal:
        claim_rows(editie, CLAIM)
        journal.begin(rows[0])
        assert put_right() == 0
        assert states(editie) == ["bezig"] * 3
    assert put_right() == 1


def test_after_a_crash_of_the_machine_all_that_is_not_known_is_unsure(
    editie: Editie, rows: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    die(editie, f"b {rows[0]}", f"d {rows[0]}")
    monkeypatch.setattr(files, "life", lambda: "another")
    put_right()
    assert states(editie) == ["verstuurd", "onzeker", "onzeker"]


def test_a_claim_without_a_file_is_unsure_after_a_while(editie: Editie, rows: list[int]) -> None:
    die(editie).unlink()
    assert put_right() == 0
    Zending.objects.update(claimed_at=timezone.now() - timedelta(minutes=16))
    assert put_right() == 1
    assert states(editie) == ["onzeker"] * 3


def test_putting_right_twice_changes_nothing_more(editie: Editie, rows: list[int]) -> None:
    path = die(editie, f"b {rows[0]}", f"d {rows[0]}", f"b {rows[1]}")
    kept = path.read_bytes()
    put_right()
    path.write_bytes(kept)  # killed before the file was removed
    put_right()
    assert states(editie) == ["verstuurd", "onzeker", "wacht"]


def postfix(path: Path, code: str, *, queued: bool) -> None:
    lines = [f"Nov 22 14:00:00 h postfix/cleanup[7]: 4AB1: message-id=<{message_id(code)}>"]
    if queued:
        lines.append(
            "Nov 22 14:00:00 h postfix/qmgr[8]: 4AB1: from=<a@b.nl>, size=9, nrcpt=1 (queue active)"
        )
    path.write_text("\n".join([*lines, "Nov 22 14:00:01 h postfix/smtpd[9]: disconnect", ""]))


@pytest.mark.parametrize(("queued", "state"), [(True, "verstuurd"), (False, "wacht")])
def test_a_relay_that_can_be_asked_decides(
    editie: Editie,
    rows: list[int],
    tmp_path: Path,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    *,
    queued: bool,
    state: str,
) -> None:
    settings.NEWSLETTER_RELAY_LOG = str(tmp_path / "mail.log")
    monkeypatch.setattr(relay, "SETTLED", 0)
    die(editie, f"b {rows[0]}")
    postfix(tmp_path / "mail.log", Zending.objects.get(pk=rows[0]).code, queued=queued)
    put_right()
    assert states(editie) == [state, "wacht", "wacht"]


def test_a_log_that_has_been_silent_since_decides_nothing(
    editie: Editie,
    rows: list[int],
    tmp_path: Path,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings.NEWSLETTER_RELAY_LOG = str(tmp_path / "mail.log")
    monkeypatch.setattr(relay, "SETTLED", 0)
    die(editie, f"b {rows[0]}")
    postfix(tmp_path / "mail.log", "another", queued=True)
    old = time.time() - 60
    os.utime(tmp_path / "mail.log", (old, old))
    put_right()
    assert states(editie) == ["onzeker", "wacht", "wacht"]


def test_a_relay_gets_time_to_write_its_log(
    editie: Editie, rows: list[int], tmp_path: Path, settings: Any
) -> None:
    settings.NEWSLETTER_RELAY_LOG = str(tmp_path / "mail.log")
    die(editie, f"b {rows[0]}")
    assert put_right() == 0
    assert states(editie) == ["bezig"] * 3


def test_the_log_of_yesterday_is_read_too(tmp_path: Path, settings: Any) -> None:
    settings.NEWSLETTER_RELAY_LOG = str(tmp_path / "mail.log")
    postfix(tmp_path / "mail.log.1", "a" * 32, queued=True)
    (tmp_path / "mail.log").write_text("nieuw\n")
    number = message_id("a" * 32)
    assert relay.taken([number], since=time.time() - 5) == {number: True}


def test_without_its_log_a_relay_says_nothing(tmp_path: Path, settings: Any) -> None:
    settings.NEWSLETTER_RELAY_LOG = str(tmp_path / "nergens.log")
    assert relay.taken(["x@y"], since=0) == {}
