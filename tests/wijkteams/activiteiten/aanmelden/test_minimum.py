"""Nothing is asked that is not told: each field of the form has its words on /privacy/ (R-14)."""

from __future__ import annotations

import pytest
from django.test import Client

from core.privacy import processings
from wijkteams.activiteiten.aanmelden.forms import AanmeldForm
from wijkteams.activiteiten.models import ActiviteitPage, Keer

TOLD = {
    "naam": "naam",
    "email": "e-mailadres",
    "telefoon": "telefoonnummer",
    "volwassenen": "met hoeveel mensen u komt, en hoe oud de kinderen zijn",
    "kinderen": "met hoeveel mensen u komt, en hoe oud de kinderen zijn",
    "leeftijd": "met hoeveel mensen u komt, en hoe oud de kinderen zijn",
}
ABOUT_NOBODY = {"website", "sleutel"}
"A trap for programs, and the key that makes a double click one sign-up."


@pytest.mark.parametrize("kinderen", ["mogen_mee", "voor_kinderen", "liever_niet"])
@pytest.mark.parametrize("most", [1, 4])
def test_each_field_is_told(page: ActiviteitPage, keer: Keer, kinderen: str, most: int) -> None:
    (kept,) = [one for one in processings() if one.key == "aanmeldingen"]
    page.kinderen = kinderen
    asked = set(AanmeldForm(page=page, most=most).fields) - ABOUT_NOBODY

    assert asked <= TOLD.keys()
    assert {TOLD[name] for name in asked} <= {str(text) for text in kept.data}


def test_without_children_none_are_asked_for(page: ActiviteitPage, keer: Keer) -> None:
    page.kinderen = "liever_niet"
    assert not {"kinderen", "leeftijd"} & set(AanmeldForm(page=page, most=4).fields)
    page.kinderen = "mogen_mee"
    assert not {"volwassenen", "kinderen"} & set(AanmeldForm(page=page, most=1).fields)


def test_the_page_tells_how_long(client: Client, keer: Keer) -> None:
    shown = client.get("/privacy/").content.decode()
    assert 'id="aanmeldingen"' in shown
    assert "30 dagen na de activiteit" in shown
