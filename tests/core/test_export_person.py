"""A person who asks what is kept gets all of it."""

from __future__ import annotations

import json

import pytest
from django.core.management import call_command

from accounts.models import User
from core.privacy.engine import export_person
from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def test_export_holds_account_roles_invitations_work_and_mentions(
    joris: User, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    item = news(haven_news, "Feest op de kade", owner=joris, summary=f"Mail {joris.email}")
    Uitnodiging.objects.create(
        email=joris.email.upper(),
        wijk=haven,
        rol=Rol.REDACTEUR,
        token_hash="1",
        expires_at="2030-01-01T00:00Z",
    )

    found = {
        part["verwerking"]: part["gegevens"]
        for part in export_person("JORIS@sluisdam.example")["gevonden"]
    }

    assert found["Account om aan de site te werken"][0]["e-mailadres"] == joris.email
    assert found["Wie wat mag in welke wijk"][0]["wijk"] == "Havenkwartier"
    assert found["Uitnodigingen"][0]["wijk"] == "Havenkwartier"
    made = found["Wie wat heeft gemaakt en veranderd"]
    assert {"Feest op de kade"} <= {row["wat"] for row in made}
    mentioned = found["Namen in teksten"]
    assert (item.pk, "summary") in {(row["nummer"], row["veld"]) for row in mentioned}


def test_command_prints_json(joris: User, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("exporteer_persoon", joris.email)

    assert json.loads(capsys.readouterr().out)["e-mailadres"] == joris.email


def test_unknown_person_gives_an_empty_export(db: None) -> None:
    assert export_person("niemand@example.org")["gevonden"] == []
