"""The mailbox is read over TLS; twice the same is once; nothing is lost by a crash."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nieuws.models import Abonnee, Abonnement, Retour, Toestemming
from nieuws.retouren import mailbox, tasks
from nieuws.retouren.mailbox import APART, Mailbox, MailboxError
from tests.nieuws.retouren.certificate import make_certificate
from tests.nieuws.retouren.imap_server import ImapServer
from tests.nieuws.retouren.messages import message
from tests.nieuws.retouren.rows import reader, sent
from wijkteams.models import Wijk


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls") / "localhost.pem")


@pytest.fixture
def server(
    certificate: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ImapServer]:
    trusting = ssl.create_default_context(cafile=str(certificate))
    monkeypatch.setattr(mailbox, "tls_context", lambda: trusting)
    with ImapServer(certificate) as running:
        settings.BOUNCE_IMAP_URL = running.url
        yield running
        running.shutdown()


def read_all() -> Any:
    return tasks.read_returns.func()


def left(server: ImapServer, folder: str = "INBOX") -> int:
    return len([one for one in server.folders.get(folder, []) if not one.deleted])


@pytest.mark.django_db
def test_a_return_is_written_down_and_removed(server: ImapServer, haven: Wijk) -> None:
    zending = sent(reader(haven))
    server.put(message("postfix-onbekend", zending.code))
    assert read_all() == {"return": 1}
    assert left(server) == 0
    retour = Retour.objects.get()
    assert (retour.soort, retour.code, retour.editie) == ("hard", "5.1.1", zending.editie)
    assert Abonnee.objects.get().stand == Abonnee.Stand.GESCHORST


@pytest.mark.django_db
def test_what_a_crash_left_is_read_again_and_counts_once(server: ImapServer, haven: Wijk) -> None:
    zending = sent(reader(haven))
    server.put(message("postfix-vol", zending.code))
    server.dies_at = "uid store"
    with pytest.raises(MailboxError):
        read_all()
    assert left(server) == 1
    assert Retour.objects.count() == 1
    server.dies_at = ""
    read_all()
    assert left(server) == 0
    assert Retour.objects.count() == 1


@pytest.mark.django_db
def test_a_reader_leaves_by_mail(server: ImapServer, haven: Wijk) -> None:
    anna = reader(haven)
    for _ in range(2):
        server.put(message("afmelden-per-mail", abonnement=anna.code))
    assert read_all() == {"leave": 2}
    anna.refresh_from_db()
    assert anna.status == Abonnement.Status.AFGEMELD
    assert Toestemming.objects.get().kanaal == "mail"


@pytest.mark.django_db
def test_nobody_else_can_make_them_leave_or_speak_of_their_mail(
    server: ImapServer, haven: Wijk
) -> None:
    anna = reader(haven)
    zending = sent(anna)
    server.put(message("afmelden-vervalst", abonnement=anna.code))
    server.put(message("postfix-vervalst", zending.code))
    server.put(message("klacht-vervalst", zending.code))
    assert read_all() == {"unreadable": 1, "forged": 2}
    anna.refresh_from_db()
    assert anna.status == Abonnement.Status.ACTIEF
    assert not Retour.objects.exists()
    assert left(server, APART) == 3


@pytest.mark.django_db
def test_a_complaint_that_names_no_mail_counts_for_its_reader(
    server: ImapServer, haven: Wijk
) -> None:
    anna = reader(haven)
    server.put(message("klacht-met-afmeldadres", "00" * 16, anna.code))
    read_all()
    assert Abonnee.objects.get().stand == Abonnee.Stand.KLACHT


@pytest.mark.django_db
def test_mail_of_somebody_we_no_longer_know_is_removed(server: ImapServer) -> None:
    server.put(message("postfix-onbekend"))
    server.put(message("afwezig-outlook"))
    assert read_all() == {"return": 1, "answer": 1}
    assert (left(server), left(server, APART)) == (0, 0)
    assert not Retour.objects.exists()


def test_what_nobody_can_read_stands_apart_and_the_rest_goes_on(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(raw: bytes) -> Any:
        raise RecursionError

    server.put(b"\xff" * 3_000_000)
    server.put(message("mens-schrijft"))
    assert read_all() == {"unreadable": 2}
    monkeypatch.setattr(tasks, "read", broken)
    server.put(message("mens-schrijft"))
    assert read_all() == {"unreadable": 1}
    assert (left(server), left(server, APART)) == (0, 3)


def test_what_stands_apart_is_kept_for_thirty_days(server: ImapServer) -> None:
    now = datetime.now(UTC)
    server.put(message("mens-schrijft"), APART, now - timedelta(days=32))
    server.put(message("mens-schrijft"), APART, now - timedelta(days=29))
    assert tasks.purge_unread_returns.func() == 1
    assert left(server, APART) == 1


def test_without_a_folder_apart_there_is_nothing_to_purge(server: ImapServer) -> None:
    assert tasks.purge_unread_returns.func() == 0


def test_a_certificate_that_is_not_valid_is_not_believed(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "tls_context", ssl.create_default_context)
    with pytest.raises(MailboxError, match="SSLCertVerificationError"), Mailbox(server.url):
        pass


@pytest.mark.parametrize("wrong", ["imap", "verkeerd", "weg"])
def test_trouble_with_the_mailbox_shows_no_password(server: ImapServer, wrong: str) -> None:
    url = {
        "imap": server.url.replace("imaps:", "imap:"),
        "verkeerd": server.url.replace("ge%22heim", "ge%22raden"),
        "weg": "imaps://retour:ge%22raden@localhost:1/INBOX",
    }[wrong]
    with pytest.raises(MailboxError) as caught, Mailbox(url):
        pass
    assert "heim" not in str(caught.value)
    assert "raden" not in str(caught.value)


def test_without_a_mailbox_nothing_is_read(settings: Any) -> None:
    settings.BOUNCE_IMAP_URL = ""
    assert read_all() == {}
    assert tasks.purge_unread_returns.func() == 0
