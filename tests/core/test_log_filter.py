"""What opens something, and who people are, does not come into the log (R-42)."""

from __future__ import annotations

import json
import logging
import sys

import pytest
from django.test import Client

from accounts.models import User
from core.privacy.engine import erase_person, export_person
from core.security.log_filter import MaskLinks, masked
from core.security.log_format import JsonFormatter, LineFormatter
from tests.factories import lid
from wijkteams.models import Lidmaatschap, Wijk
from wijkteams.roles import Rol

SECRETS = [
    "/uitnodiging/geheim123/",
    "/wachtwoord/vergeten/1-abc-geheim123/",
    "/agenda/aandragen/geheim123/",
    "/aanmelding/beheer-geheim123/",
    "/mijn-agenda/geheim123.ics",
    "/nieuwsbrief/bevestigen/geheim123/",
    "/nieuwsbrief/afmelden/geheim123/",
    "/en/nieuwsbrief/mijn/geheim123/",
    "/nieuwsbrief/verlengen/geheim123/",
    "refused: anna.geheim123@sluisdam.example",
    "?q=geheim123%40sluisdam.example",
    "password=geheim123",
    "{'token': 'geheim123'}",
]


def record_of(message: str, *args: object) -> logging.LogRecord:
    return logging.LogRecord("x", logging.WARNING, "f", 1, message, args, None)


@pytest.mark.parametrize("text", SECRETS)
def test_secret_is_masked_in_every_form(text: str) -> None:
    record = record_of("Forbidden (%s): %s", "CSRF", text)
    assert MaskLinks().filter(record)

    assert "geheim123" not in record.getMessage()
    assert record.getMessage().startswith("Forbidden (CSRF): ")
    for formatter in (LineFormatter(), JsonFormatter()):
        assert "geheim123" not in formatter.format(record_of("%s", text))


@pytest.mark.parametrize("number", ["111222333", "0612345678", "+31612345678"])
def test_numbers_of_people_are_masked(number: str) -> None:
    assert number not in masked(f"Bel {number} graag")


def test_other_messages_stay() -> None:
    for text in ("Not Found: /havenkwartier/", "Poort 8000, 12345 rijen, 2026-11-22T10:00:00"):
        assert masked(text) == text


def test_error_below_the_line_is_masked_too() -> None:
    try:
        raise ValueError("geen post voor anna@sluisdam.example")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, "f", 1, "Mis", (), sys.exc_info())

    for formatter in (LineFormatter(), JsonFormatter()):
        told = formatter.format(record)
        assert "ValueError" in told
        assert "anna" not in told


def test_a_text_cannot_pretend_to_be_a_line_of_its_own() -> None:
    record = record_of("naam: %s", "Anna\n2026-11-22 ERROR alles is gewist")

    assert len(LineFormatter().format(record).splitlines()) == 1
    assert len(JsonFormatter().format(record).splitlines()) == 1


def test_json_holds_moment_in_utc_and_the_request(client: Client, db: None) -> None:
    line = json.loads(JsonFormatter().format(record_of("Dag")))

    assert line["moment"].endswith("+00:00")
    assert line["bericht"] == "Dag"
    assert line["verzoek"] == "-"


def test_each_answer_has_its_own_number(client: Client, haven: Wijk) -> None:
    numbers = {client.get("/", headers={"x-request-id": "eigen"})["X-Request-ID"] for _ in "ab"}

    assert len(numbers) == 2
    assert "eigen" not in numbers


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith("wijkplein")]


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "wijkplein.veiligheid")
    return caplog


def test_refusal_is_told_and_an_open_door_is_not(
    log: pytest.LogCaptureFixture, as_joris: Client, sluis: Wijk
) -> None:
    assert as_joris.get("/beheer/").status_code == 200
    assert events(log) == []

    as_joris.get("/beheer/wijken-importeren/")

    assert events(log) == ["geweigerd"]
    assert log.records[-1].facts["path"] == "/beheer/wijken-importeren/"  # type: ignore[attr-defined]


def test_export_erasure_and_rights_are_told_without_names(
    log: pytest.LogCaptureFixture, haven: Wijk
) -> None:
    user = lid("anna@sluisdam.example", Rol.SCHRIJVER, haven)
    Lidmaatschap.objects.get(user=user).delete()
    export_person(user.email)
    erase_person(user.email)

    said = events(log)
    assert said.count("rechten veranderd") >= 2
    assert "uitgevoerd" in said
    assert "gewist" in said
    assert "anna" not in "".join(LineFormatter().format(record) for record in log.records)
    assert not User.objects.filter(pk=user.pk).exists()
