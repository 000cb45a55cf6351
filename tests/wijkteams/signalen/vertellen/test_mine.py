"""The page of who told it: its steps, another address, stopping, and taking it back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.factories.signalen import category, signal
from tests.wijkteams.signalen.vertellen.telling import a_photo, tell, teller
from wijkteams.models import Wijk
from wijkteams.signalen import merging, services, tokens
from wijkteams.signalen.models import Klasse, Openbaarheid, Signaal, Staat
from wijkteams.signalen.vertellen import confirming

pytestmark = pytest.mark.django_db


def page(signaal: Signaal) -> str:
    return reverse("signaal_mijn", args=[tokens.make(tokens.STATUS, teller(signaal).code)])


def test_it_shows_the_steps_and_never_a_note(client: Client, haven: Wijk, joris: User) -> None:
    signaal = tell(client, haven)
    services.step(
        signaal.pk, Staat.BESPROKEN, door=joris, openbare_zin="Besproken.", interne_notitie="Sst"
    )

    response = client.get(page(signaal))

    html = response.content.decode()
    assert "Besproken." in html
    assert "Sst" not in html
    assert joris.email not in html
    assert response["X-Robots-Tag"].startswith("noindex")
    assert "no-store" in response["Cache-Control"]


def test_how_it_stands_is_said_once_and_the_link_can_be_copied(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven)

    html = client.get(page(signaal)).content.decode().partition("<main")[2]

    assert html.count(">Nieuw<") == 1
    assert "data-copy=" in html
    assert "kopieer.js" in html


def test_of_a_confidential_one_a_close_shows_after_the_second_look(
    client: Client, haven: Wijk, joris: User
) -> None:
    signaal = tell(client, haven, categorie=category("zorg", Klasse.VERTROUWELIJK))
    services.step(signaal.pk, Staat.OPGELOST, door=joris, openbare_zin="Geregeld met haar.")

    assert "Geregeld" not in client.get(page(signaal)).content.decode()


def test_what_was_merged_shows_how_the_other_one_is(client: Client, haven: Wijk) -> None:
    signaal, lead = tell(client, haven), signal(haven, titel="De lamp")
    merging.merge(lead.pk, [signaal.pk], None)
    services.step(lead.pk, Staat.OPGELOST, openbare_zin="De lamp brandt.")

    html = client.get(page(signaal)).content.decode()

    assert "De lamp brandt." in html
    assert lead.code in html


def test_the_own_picture_is_there_for_who_told_it(client: Client, haven: Wijk) -> None:
    signaal, other = tell(client, haven, foto=[a_photo()]), tell(client, haven, titel="Anders")
    code = signaal.fotos.get().code

    own = client.get(f"{page(signaal)}foto/{code}/")

    assert own["Content-Type"] == "image/jpeg"
    assert client.get(f"{page(other)}foto/{code}/").status_code == 404


def test_a_new_address_is_asked_first(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email="jan@voorbeeld.nl")
    confirming.confirm(teller(signaal))

    client.post(page(signaal), {"email": "nieuw@voorbeeld.nl", "phone": "", "name": "Jan"})

    row = teller(signaal)
    assert (row.email, row.name, row.bevestigd_op) == ("nieuw@voorbeeld.nl", "Jan", None)


def test_a_wrong_address_is_said_and_stays(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email="jan@voorbeeld.nl")

    html = client.post(page(signaal), {"email": "geen adres"}).content.decode()

    assert "geen e-mailadres" in html
    assert 'value="geen adres"' in html
    assert teller(signaal).email == "jan@voorbeeld.nl"


def test_stopping_is_one_click(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, email="jan@voorbeeld.nl")
    client.get(page(signaal))
    assert teller(signaal).volgt

    client.post(page(signaal), {"actie": "stop"})

    assert not teller(signaal).volgt


def take_back(client: Client, signaal: Signaal) -> Any:
    return client.post(page(signaal), {"actie": "terug"})


def test_taking_back_leaves_no_words_pictures_or_address(
    client: Client, haven: Wijk, django_capture_on_commit_callbacks: Any
) -> None:
    signaal = tell(client, haven, email="jan@voorbeeld.nl", name="Jan", foto=[a_photo()])
    confirming.confirm(teller(signaal))
    file = signaal.fotos.get().file
    with django_capture_on_commit_callbacks(execute=True):
        take_back(client, signaal)
        take_back(client, signaal)

    signaal.refresh_from_db()
    assert (signaal.tekst, signaal.plaats_tekst, signaal.openbaar_plaats) == ("", "", "")
    assert "donker" not in signaal.titel
    assert signaal.openbaarheid == Openbaarheid.VERBORGEN
    assert signaal.staat == Staat.GEEN_ACTIE
    assert signaal.opvolgingen.count() == 2
    assert not signaal.fotos.exists()
    assert not file.storage.exists(file.name)
    row = teller(signaal)
    assert (row.email, row.name, row.phone, row.volgt) == ("", "", "", False)
    assert client.get(page(signaal)).status_code == 200


def test_what_others_have_too_stays_without_the_words_of_who_took_back(
    client: Client, haven: Wijk
) -> None:
    signaal = tell(client, haven)
    services.show(signaal.pk, Openbaarheid.OPENBAAR)
    Client().post(reverse("signaal_ook", args=[signaal.code]))

    take_back(client, signaal)

    signaal.refresh_from_db()
    assert signaal.is_openbaar
    assert signaal.staat == Staat.NIEUW
    assert "donker" not in signaal.titel
