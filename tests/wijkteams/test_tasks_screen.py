"""Tasks that failed are seen by the Beheerder alone, who can have them tried again (R-39)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client, override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from core.mail.outbox import enqueue_message
from home.models import HomePage
from tests.conftest import client_of
from tests.factories import lid
from wijkteams.roles import Rol

URL = "/beheer/taken/"


@pytest.fixture
def bo(hub: HomePage) -> User:
    """Runs the site (beheerder)."""
    return lid("bo@sluisdam.example", Rol.BEHEERDER, None)


@pytest.fixture
def failed(hub: HomePage, monkeypatch: pytest.MonkeyPatch) -> Iterator[DBTaskResult]:
    """A mail that was refused."""
    monkeypatch.setattr(
        "django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None
    )
    with override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}):
        enqueue_message(to="anna@sluisdam.example", subject="Welkom", text="Dag Anna.")
        DBTaskResult.objects.update(
            status="FAILED",
            finished_at=timezone.now(),
            exception_class_path="smtplib.SMTPRecipientsRefused",
            traceback="anna@sluisdam.example refused",
        )
        yield DBTaskResult.objects.get()


def test_beheerder_sees_what_failed_but_not_about_whom(bo: User, failed: DBTaskResult) -> None:
    html = client_of(bo).get(URL).content.decode()

    assert "E-mail versturen" in html
    assert "SMTPRecipientsRefused" in html
    assert "anna" not in html.lower()


def test_try_again_sends_the_mail(bo: User, failed: DBTaskResult) -> None:
    response = client_of(bo).post(f"{URL}{failed.pk}/opnieuw/", follow=True)
    call_command("work", batch=True)

    assert "staat weer klaar" in response.content.decode()
    assert [message.subject for message in mail.outbox] == ["Welkom"]


def test_second_click_does_not_send_it_twice(bo: User, failed: DBTaskResult) -> None:
    for _click in range(2):
        response = client_of(bo).post(f"{URL}{failed.pk}/opnieuw/", follow=True)
    call_command("work", batch=True)

    assert "al opnieuw geprobeerd" in response.content.decode()
    assert len(mail.outbox) == 1


def test_nobody_else_sees_or_does_it(
    failed: DBTaskResult, as_joris: Client, as_fatma: Client, as_bea: Client
) -> None:
    for client in (as_joris, as_fatma, as_bea, Client()):
        assert client.get(URL).status_code != 200
        client.post(f"{URL}{failed.pk}/opnieuw/")

    failed.refresh_from_db()
    assert failed.status == "FAILED"


def test_looking_does_not_try_again(bo: User, failed: DBTaskResult) -> None:
    assert client_of(bo).get(f"{URL}{failed.pk}/opnieuw/").status_code == 405
