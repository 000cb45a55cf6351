"""Writing down what somebody tells by phone, at a desk or at the door."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen.models import Melder, Signaal
from wijkteams.signalen.vertellen.mails import confirm_token

pytestmark = pytest.mark.django_db
NEW = "/beheer/signalen/nieuw/"


def _sent(**more: Any) -> dict[str, Any]:
    return {
        "kanaal": "telefoon",
        "categorie": make.category().pk,
        "titel": "De bushalte is weg",
        "plaats_tekst": "Kadeweg",
        **more,
    }


def test_what_is_open_in_the_ward_comes_first(as_joris: Client, haven: Wijk, sluis: Wijk) -> None:
    make.signal(haven, titel="Donker bij de school")
    make.signal(sluis, titel="Van een ander")
    page = as_joris.get(NEW).content.decode()
    assert "Donker bij de school" in page
    assert "Van een ander" not in page
    assert "Donker bij de school" not in as_joris.get(NEW, {"q": "bushalte"}).content.decode()


def test_it_is_kept_with_who_told_it_and_who_wrote_it(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    sent = _sent(name="Rie", phone="0182 123456", op_site="on")
    assert as_joris.post(NEW, sent).status_code == 302
    signaal = Signaal.objects.get()
    assert (signaal.wijk, signaal.kanaal, signaal.ingevoerd_door) == (haven, "telefoon", joris)
    assert signaal.is_openbaar
    assert Melder.objects.get().name == "Rie"


def test_an_address_is_asked_first_and_what_was_left_off_the_site_stays_off(
    as_joris: Client, client: Client, mailoutbox: list[Any]
) -> None:
    as_joris.post(NEW, _sent(email="rie@voorbeeld.nl"))
    melder = Melder.objects.get()
    assert [mail.to for mail in mailoutbox] == [["rie@voorbeeld.nl"]]
    client.post(reverse("signaal_bevestigen", args=[confirm_token(melder)]))
    melder.refresh_from_db()
    assert melder.bevestigd_op is not None
    assert not Signaal.objects.get().is_openbaar


def test_sent_twice_is_one_signal(as_joris: Client) -> None:
    as_joris.post(NEW, _sent())
    as_joris.post(NEW, _sent())
    assert Signaal.objects.count() == 1
    assert not Signaal.objects.get().is_openbaar


def test_a_confidential_one_stays_so(as_joris: Client) -> None:
    zorg = make.category("zorg", "vertrouwelijk")
    response = as_joris.post(NEW, _sent(categorie=zorg.pk, op_site="on"))
    assert response["Location"] == "/beheer/signalen/"
    assert Signaal.objects.get().openbaarheid == "verborgen"


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.nl"},
        {"titel": ""},
        {"titel": "x" * 121},
        {"plaats_tekst": ""},
        {"plek": "0,0"},
        {"plek": "nan,nan"},
        {"kanaal": "web"},
        {"categorie": "999999"},
        {"email": "geen adres"},
        {"tekst": "mijn BSN is 111222333"},
    ],
)
def test_what_cannot_be_is_refused_and_stays(as_joris: Client, wrong: dict[str, str]) -> None:
    response = as_joris.post(NEW, _sent(**wrong))
    assert response.status_code == 422
    assert not Signaal.objects.exists()
    if "titel" not in wrong:
        assert "De bushalte is weg" in response.content.decode()


def test_nobody_writes_in_another_ward(as_joris: Client, sluis: Wijk) -> None:
    assert as_joris.post(f"{NEW}?wijk={sluis.slug}", _sent()).status_code in (302, 403)
    assert not Signaal.objects.exists()
