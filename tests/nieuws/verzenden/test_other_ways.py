"""A mail service (django-anymail) instead of a mail server, and other backends of Django."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from nieuws.models import Editie, Retour
from nieuws.retouren import verp
from nieuws.verzenden.turns import turn

pytestmark = pytest.mark.django_db
HERE = "tests.nieuws.verzenden.test_other_ways"


class Failing(BaseEmailBackend):
    """Raises what a test wants, for Ria."""

    error: Exception = OSError()

    def send_messages(self, email_messages: Any) -> int:
        if email_messages[0].to[0].startswith("ria"):
            raise self.error
        return 1


def states(editie: Editie) -> dict[str, str]:
    rows = editie.zendingen.values_list("abonnee__email", "status")
    return {str(email).partition("@")[0]: status for email, status in rows}


def answered(status: int) -> AnymailAPIError:
    error = AnymailAPIError("nee")
    error.response = SimpleNamespace(status_code=status)
    return error


def test_a_service_is_told_which_mail_it_is(editie: Editie, settings: Any) -> None:
    settings.EMAIL_BACKEND = "anymail.backends.test.EmailBackend"
    settings.BOUNCE_ADDRESS = "retour@sluisdam.example"
    turn(editie.pk)
    assert len(mail.outbox) == 3
    for message in mail.outbox:
        own = editie.zendingen.get(abonnee__email=message.to[0])
        given = message.anymail_test_params
        assert given["metadata"] == {"zending": own.code}
        assert given["envelope_sender"] == verp.return_path(own.code)
        assert "List-Unsubscribe-Post" in message.extra_headers


def test_every_way_fills_in_the_links_of_the_reader(editie: Editie) -> None:
    turn(editie.pk)
    found = {str(message.body) for message in mail.outbox}
    assert len(found) == len(mail.outbox) == 3
    assert not any("WIJKPLEIN" in str(message.message()) for message in mail.outbox)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (AnymailRecipientsRefused("weg"), "geweigerd"),
        (answered(500), "wacht"),
        (answered(429), "wacht"),
        (ConnectionRefusedError(), "wacht"),
        (AnymailAPIError("Max retries: NewConnectionError"), "wacht"),
        (AnymailAPIError("Read timed out"), "onzeker"),
        (TimeoutError(), "onzeker"),
    ],
)
def test_what_a_service_says_decides(
    editie: Editie,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    state: str,
) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.Failing"
    monkeypatch.setattr(Failing, "error", error)
    turn(editie.pk)
    assert states(editie)["ria"] == state


def test_a_key_that_is_wrong_stops_it_and_blames_no_reader(
    editie: Editie, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = f"{HERE}.Failing"
    monkeypatch.setattr(Failing, "error", answered(401))
    turn(editie.pk)
    editie.refresh_from_db()
    assert editie.status == Editie.Status.PAUZE
    assert states(editie)["ria"] == "wacht"
    assert not Retour.objects.exists()
