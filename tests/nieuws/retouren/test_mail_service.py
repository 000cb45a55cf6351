"""A mail service tells of returns: with its secret, and in the words of anymail."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from django.test import Client

from nieuws.models import Abonnee, Abonnement, Retour
from tests.nieuws.retouren.rows import reader, sent
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

ADDRESS = "/nieuwsbrief/verzenddienst/"
ANNA = "a.jansen@ontvanger.example"


@pytest.fixture(autouse=True)
def _service(settings: Any) -> None:
    settings.MAIL_SERVICE = "brevo"
    settings.ANYMAIL = {"WEBHOOK_SECRET": "brevo:geheim", "BREVO_API_KEY": "x"}


@pytest.fixture
def anna(haven: Wijk) -> Abonnement:
    return reader(haven, ANNA)


def tell(body: Any, secret: str = "brevo:geheim") -> Any:
    login = base64.b64encode(secret.encode()).decode()
    text = body if isinstance(body, (str, bytes)) else json.dumps(body)
    return Client(enforce_csrf_checks=True).post(
        ADDRESS,
        text,
        content_type="application/json",
        headers={"authorization": f"Basic {login}"} if secret else {},
    )


def event(kind: str, **more: Any) -> dict[str, Any]:
    return {"event": kind, "email": ANNA, "message-id": "<x@y>", "ts_epoch": 1763629964000, **more}


def about(zending: Any) -> dict[str, Any]:
    return {"X-Mailin-custom": json.dumps({"zending": zending.code})}


def stand() -> str:
    return Abonnee.objects.get().stand


def test_an_address_that_does_not_exist_is_written_down_with_its_edition(
    anna: Abonnement,
) -> None:
    zending = sent(anna)
    told = event("hard_bounce", reason="550 5.1.1 <a.jansen@ontvanger.example> unknown")
    assert tell(told | about(zending)).status_code == 200
    retour = Retour.objects.get()
    assert (retour.bron, retour.soort, retour.editie) == ("dienst", "hard", zending.editie)
    assert "@" not in retour.reden
    assert stand() == Abonnee.Stand.GESCHORST


@pytest.mark.parametrize(
    ("kind", "reason", "soort"),
    [
        ("hard_bounce", "", "hard"),
        ("invalid_email", "", "hard"),
        ("soft_bounce", "", "zacht"),
        ("hard_bounce", "552 5.2.2 mailbox full", "zacht"),
        ("blocked", "", "zacht"),
        ("spam", "", "klacht"),
    ],
)
def test_what_the_service_says_is_weighed_like_what_servers_say(
    anna: Abonnement, kind: str, reason: str, soort: str
) -> None:
    assert tell(event(kind, reason=reason)).status_code == 200
    assert Retour.objects.get().soort == soort


@pytest.mark.parametrize("kind", ["delivered", "opened", "click", "deferred", "nieuw_woord"])
def test_what_is_no_return_is_not_kept(anna: Abonnement, kind: str) -> None:
    assert tell(event(kind)).status_code == 200
    assert not Retour.objects.exists()
    assert stand() == Abonnee.Stand.ACTIEF


def test_the_same_event_counts_once(anna: Abonnement) -> None:
    for _ in range(3):
        tell(event("soft_bounce"))
    assert Retour.objects.count() == 1


def test_who_unsubscribes_at_the_service_leaves_all_lists(anna: Abonnement) -> None:
    tell(event("unsubscribe"))
    anna.refresh_from_db()
    assert anna.status == Abonnement.Status.AFGEMELD


@pytest.mark.parametrize("secret", ["", "brevo:geraden", "geheim"])
def test_nobody_else_is_believed(anna: Abonnement, secret: str) -> None:
    assert tell(event("hard_bounce"), secret).status_code == 400
    assert not Retour.objects.exists()


@pytest.mark.parametrize("body", ["", "geen json", "[]", "{}", "5", b"\xff", '{"email": [1]}'])
def test_what_nobody_can_read_is_no_error_of_ours(body: str | bytes) -> None:
    assert tell(body).status_code in (200, 400)


def test_of_somebody_unknown_nothing_is_kept() -> None:
    assert tell(event("hard_bounce")).status_code == 200
    assert not Retour.objects.exists()


def test_looking_changes_nothing(anna: Abonnement) -> None:
    assert Client().get(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    ("service", "anymail"), [("", {"WEBHOOK_SECRET": "a:b"}), ("brevo", {}), ("", {})]
)
def test_without_service_or_secret_the_address_does_not_exist(
    settings: Any, service: str, anymail: dict[str, str]
) -> None:
    settings.MAIL_SERVICE, settings.ANYMAIL = service, anymail
    assert tell(event("hard_bounce")).status_code == 404


@pytest.mark.parametrize(
    "service", ["brevo", "mailgun", "mailjet", "postmark", "sendgrid", "sparkpost", "mailtrap"]
)
def test_other_services_have_the_same_address(settings: Any, service: str) -> None:
    settings.MAIL_SERVICE = service
    settings.ANYMAIL = {"WEBHOOK_SECRET": "a:b", "MAILGUN_WEBHOOK_SIGNING_KEY": "c"}
    assert tell("{}", "").status_code == 400
