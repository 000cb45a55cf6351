"""`maak_wijk` opens a ward as the form does; its errors are in Dutch and change nothing."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from wagtail.models import Page

from tests.wijkteams.test_wizard import SQUARE
from wijkteams.models import Uitnodiging, Wijk
from wijkteams.roles import Rol


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("maak_wijk", *arguments, stdout=out)
    return out.getvalue()


def test_a_name_is_enough(hub: object) -> None:
    said = run("Molenpolder")

    wijk = Wijk.objects.get()
    assert (wijk.name, wijk.slug) == ("Molenpolder", "molenpolder")
    assert "De wijk Molenpolder staat er: /molenpolder/" in said


def test_everything_can_be_said_at_once(hub: object, tmp_path: Path) -> None:
    boundary = tmp_path / "grens.geojson"
    boundary.write_text(json.dumps(SQUARE))

    run(
        *("Molenpolder", "--adres", "molen", "--palet", "molen", "--gemeente", "Sluisdam"),
        *("--code", "WK051301", "--code", "WK051302", "--grens", str(boundary)),
        *("--buurten", "Molenhoek, De Weide", "--postcodes", "2801,2802 AB"),
        *("--e-mail", "molen@sluisdam.example", "--telefoon", "0182 12 34 56"),
        *("--ontmoetingsplek", "De Schuur"),
        *("--nodig-uit", "amira@voorbeeld.example:wijkbeheerder"),
        *("--nodig-uit", "bram@voorbeeld.example:redacteur"),
        *("--nodig-uit", "cees@voorbeeld.example:schrijver"),
        *("--nodig-uit", "dora@voorbeeld.example:moderator"),
    )

    wijk = Wijk.objects.get(slug="molen")
    assert (wijk.palette, wijk.code, wijk.boundary) == ("molen", "WK051301", SQUARE)
    assert wijk.buurten.count() == wijk.postcodes.count() == wijk.gebiedscodes.count() == 2
    assert wijk.meeting_place == "De Schuur"
    assert len(mail.outbox) == 4
    assert Uitnodiging.objects.get(email="dora@voorbeeld.example").rol == Rol.MODERATOR


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["  "], "naam: Dit is een verplicht veld."),
        (["Molen", "--adres", "nieuws"], "--adres: Het adres 'nieuws' gebruikt de site zelf al"),
        (["Molen", "--adres", "havenkwartier"], "--adres: Een andere wijk heeft het adres"),
        (["Havenkwartier"], "--adres: Er is al een wijk die Havenkwartier heet"),
        (["Molen", "--palet", "roze"], "--palet: Selecteer een geldige keuze"),
        (["Molen", "--code", "0513"], "--code: Dit is geen wijkcode van het CBS: 0513."),
        (["Molen", "--postcodes", "28"], "--postcodes: Dit is geen postcode: 28."),
        (["Molen", "--grens", "/bestaat/niet"], "kan niet worden gelezen"),
        (["Molen", "--nodig-uit", "amira@voorbeeld.example"], "schrijf mail:rol"),
        (["Molen", "--nodig-uit", "amira@voorbeeld.example:beheerder"], "schrijf mail:rol"),
        (["Molen", "--nodig-uit", "amira:redacteur"], "geldig e-mailadres"),
    ],
)
def test_a_wrong_answer_is_refused_in_dutch_and_changes_nothing(
    haven: Wijk, arguments: list[str], message: str
) -> None:
    before = Page.objects.count()

    with pytest.raises(CommandError) as refusal:
        run(*arguments)

    assert message in str(refusal.value)
    assert (Wijk.objects.count(), Page.objects.count()) == (1, before)
    assert not Uitnodiging.objects.exists()


def test_a_failing_mail_leaves_no_ward(hub: object, monkeypatch: Any) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("wijkteams.invitations.enqueue_mail", fail)

    with pytest.raises(OSError, match="full"):
        run("Molenpolder", "--nodig-uit", "amira@voorbeeld.example:redacteur")

    assert not Wijk.objects.exists()
