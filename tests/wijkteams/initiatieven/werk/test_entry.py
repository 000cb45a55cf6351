"""An idea that somebody tells by phone or at the door."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from wijkteams.initiatieven.models import InitiatiefAanvraag, Nodig
from wijkteams.kanaal import Kanaal
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

URL = "/beheer/initiatieven/ideeen/nieuw/"


def _told(**sent: str) -> dict[str, str]:
    return {
        "kanaal": Kanaal.TELEFOON,
        "titel": "Een moestuin",
        "idee": "Groente kweken op het veldje.",
        "name": "Rie de Boer",
        "phone": "06 12345678",
        "nodig_ruimte": "een veldje",
        **sent,
    }


def test_it_comes_in_the_queue_with_who_told_it(as_joris: Client, joris: User, haven: Wijk) -> None:
    assert as_joris.post(URL, _told()).status_code == 302
    aanvraag = InitiatiefAanvraag.objects.get()
    assert (aanvraag.wijk, aanvraag.ingevoerd_door, aanvraag.kanaal) == (
        haven,
        joris,
        Kanaal.TELEFOON,
    )
    assert aanvraag.nodig == {Nodig.RUIMTE: "een veldje"}
    assert aanvraag.antwoord_voor > aanvraag.ingediend_op.date()
    assert aanvraag.initiatiefnemers.get().name == "Rie de Boer"


def test_an_address_is_first_asked_to_say_yes(
    as_joris: Client, haven: Wijk, mailoutbox: list[Any]
) -> None:
    as_joris.post(URL, _told(email="rie@voorbeeld.nl"))
    assert [mail.to for mail in mailoutbox] == [["rie@voorbeeld.nl"]]
    assert InitiatiefAanvraag.objects.get().initiatiefnemers.get().bevestigd_op is None


def test_who_cannot_be_reached_is_asked_for(as_joris: Client, haven: Wijk) -> None:
    response = as_joris.post(URL, _told(phone=""))
    assert response.status_code == 422
    assert response.context["form"].errors.keys() == {"phone"}
    assert "Een moestuin" in response.content.decode()


def test_sent_twice_is_one_idea(as_joris: Client, haven: Wijk) -> None:
    for _time in range(2):
        as_joris.post(URL, _told())
    assert InitiatiefAanvraag.objects.count() == 1


def test_another_ward_or_no_right_is_refused(
    as_joris: Client, as_wim: Client, haven: Wijk, sluis: Wijk
) -> None:
    assert as_joris.post(f"{URL}?wijk={sluis.slug}", _told()).status_code in {302, 403}
    assert as_wim.post(URL, _told()).status_code in {302, 403}
    assert not InitiatiefAanvraag.objects.exists()


def test_who_works_in_several_wards_chooses_first(as_bea: Client, haven: Wijk, sluis: Wijk) -> None:
    page = as_bea.get(URL).content.decode()
    assert f"?wijk={haven.slug}" in page
    assert as_bea.post(f"{URL}?wijk={sluis.slug}", _told()).status_code == 302
    assert InitiatiefAanvraag.objects.get().wijk == sluis
