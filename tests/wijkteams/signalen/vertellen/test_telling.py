"""Telling a signal on a phone, without an account and without JavaScript (G1, G2, G13)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories.signalen import category
from tests.wijkteams.signalen.vertellen.telling import (
    HERE,
    a_photo,
    answer,
    begin,
    draw,
    fill_in,
    film,
    send,
    tell,
    teller,
)
from wijkteams.models import Buurt, Wijk
from wijkteams.signalen.models import (
    ConceptFoto,
    Klasse,
    Openbaarheid,
    Signaal,
    Signaalconcept,
)

pytestmark = pytest.mark.django_db


def test_urgent_comes_first_with_the_desks_of_the_municipality(client: Client, haven: Wijk) -> None:
    category("lamp", loket="Meldpunt licht", loket_url="https://www.sluisdam.example/licht")

    html = client.get(f"{reverse('signaal_nieuw')}?wijk={haven.slug}").content.decode()

    assert "tel:112" in html
    assert "tel:09008844" in html
    assert "https://www.sluisdam.example/licht" in html
    assert html.index("tel:112") < html.index("csrfmiddlewaretoken")


def test_looking_keeps_nothing(client: Client, haven: Wijk) -> None:
    response = client.get(f"{reverse('signaal_nieuw')}?wijk={haven.slug}")

    assert response.status_code == 200
    assert set(response.cookies) <= {"csrftoken"}
    assert not Signaalconcept.objects.exists()


def test_a_signal_is_told_screen_by_screen(client: Client, haven: Wijk) -> None:
    draw(haven)
    buurt = Buurt.objects.create(wijk=haven, name="De Kade", slug="kade", boundary=haven.boundary)

    signaal = tell(client, haven, email="jan@voorbeeld.nl", name="Jan", citaat="on")

    assert (signaal.wijk, signaal.buurt) == (haven, buurt)
    assert (signaal.latitude, signaal.longitude) == (52.01, 4.71)
    assert (signaal.titel, signaal.tekst) == ("Het is donker bij de school", "Al weken.")
    assert (signaal.plaats_tekst, signaal.openbaar_plaats) == ("Kadeweg 12", "Kadeweg")
    assert signaal.citaat
    assert signaal.openbaarheid == Openbaarheid.WACHT
    assert teller(signaal).email == "jan@voorbeeld.nl"
    assert teller(signaal).bevestigd_op is None
    assert not Signaalconcept.objects.exists()


def test_words_for_a_place_are_enough(client: Client, haven: Wijk) -> None:
    Buurt.objects.create(wijk=haven, name="De Kade", slug="kade")

    signaal = tell(client, haven, plek="", waar="bij de halte in de Kade")

    assert signaal.latitude is None
    assert signaal.buurt is not None
    assert signaal.buurt.name == "De Kade"


def test_it_may_be_in_the_whole_ward(client: Client, haven: Wijk) -> None:
    signaal = tell(client, haven, plek="", waar="", hele_wijk="on")

    assert signaal.hele_wijk
    assert signaal.latitude is None


def test_a_click_in_the_drawing_comes_back_with_a_spot(client: Client, haven: Wijk) -> None:
    draw(haven)
    begin(client, haven)
    answer(client, "onderwerp", categorie=category().pk)
    answer(client, "verhaal", titel="Donker", tekst="")

    response = answer(
        client, "plek", **{"plek__544.x": "272", "plek__544.y": "272", "waar": "Kade"}
    )

    assert response.url.endswith("/plek/#div_id_plek")
    html = client.get(reverse("signaal_stap", args=["plek"])).content.decode()
    assert "point-map__spot" in html
    assert 'value="Kade"' in html
    assert HERE in html


@pytest.mark.parametrize(
    ("step", "sent", "word"),
    [
        ("onderwerp", {}, "Kies waar het over gaat"),
        ("verhaal", {"titel": " "}, "Vul dit in"),
        ("verhaal", {"titel": "x" * 121}, "120"),
        ("verhaal", {"titel": "BSN", "tekst": "bsn 111222333"}, "burgerservicenummer"),
        ("plek", {"waar": ""}, "zeg in woorden waar het is"),
        ("contact", {"email": "jan"}, "geen e-mailadres"),
        ("contact", {"phone": "12"}, "geen telefoonnummer"),
        ("contact", {"website": "http://x"}, "Er ging iets mis"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, haven: Wijk, step: str, sent: dict[str, str], word: str
) -> None:
    fill_in(client, haven)

    response = answer(client, step, **sent)

    assert response.status_code == 200
    html = response.content.decode()
    assert word in html
    typed = [value for name, value in sent.items() if value.strip() and name != "website"]
    assert all(value in html for value in typed)


def test_html_and_a_hundred_kilobytes_are_text_and_too_much(client: Client, haven: Wijk) -> None:
    fill_in(client, haven, titel="<script>alert(1)</script>")

    html = client.get(reverse("signaal_nakijken")).content.decode()
    long = answer(client, "verhaal", titel="Donker", tekst="<b>" + "x" * 100_000)

    assert "<script>alert" not in html
    assert "&lt;script&gt;" in html
    assert long.status_code == 200
    assert b"2000" in long.content


def test_a_screen_cannot_be_skipped(client: Client, haven: Wijk) -> None:
    begin(client, haven)

    assert client.get(reverse("signaal_stap", args=["contact"])).url.endswith("/onderwerp/")
    assert client.get(reverse("signaal_nakijken")).url.endswith("/onderwerp/")
    assert send(client).url.endswith("/onderwerp/")
    assert client.get(reverse("signaal_stap", args=["niets"])).status_code == 404


def test_sending_twice_is_one_signal(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)

    first, second = send(client), send(client)

    assert Signaal.objects.count() == 1
    assert first.url == second.url
    html = client.get(first.url).content.decode()
    assert "Bewaar het adres van deze bladzijde" in html
    assert Signaal.objects.get().code in html


def test_of_a_confidential_kind_it_says_so_and_nothing_is_shown(
    client: Client, haven: Wijk
) -> None:
    zorg = category("zorg", Klasse.VERTROUWELIJK)
    begin(client, haven)
    answer(client, "onderwerp", categorie=zorg.pk)

    html = client.get(reverse("signaal_stap", args=["verhaal"])).content.decode()
    signaal = tell(client, haven, categorie=zorg)

    assert "Noem geen namen" in html
    assert "nooit op de site" in html
    assert signaal.is_vertrouwelijk
    assert signaal.openbaarheid == Openbaarheid.VERBORGEN


def test_pictures_come_in_without_what_a_telephone_writes_in_them(
    client: Client, haven: Wijk
) -> None:
    signaal = tell(client, haven, foto=[a_photo(), a_photo()])

    fotos = list(signaal.fotos.all())
    assert len(fotos) == 2
    assert not any(foto.is_openbaar for foto in fotos)
    for foto in fotos:
        with foto.file.open("rb") as file:
            content = file.read()
        assert b"Exif" not in content
        assert b"GPS" not in content
    assert not ConceptFoto.objects.exists()


def test_no_more_pictures_than_three_and_no_film(client: Client, haven: Wijk) -> None:
    fill_in(client, haven, foto=[a_photo(), a_photo()])

    many = answer(client, "foto", fotos=[a_photo(), a_photo()])
    moving = answer(client, "foto", fotos=[film(b"\x00\x00\x00 ftypmp42")])

    assert "hooguit 3" in many.content.decode()
    assert "film.mp4" in moving.content.decode()
    assert moving.status_code == 200
    assert ConceptFoto.objects.count() == 2


def test_a_picture_of_a_concept_is_for_its_teller_only(client: Client, haven: Wijk) -> None:
    fill_in(client, haven, foto=[a_photo()])
    url = reverse("signaal_conceptfoto", args=[ConceptFoto.objects.get().pk])

    assert client.get(url)["Content-Type"] == "image/jpeg"
    assert Client().get(url).status_code == 404


def test_a_ward_that_stopped_takes_nothing(client: Client, haven: Wijk) -> None:
    haven.status = Wijk.Status.GESTOPT
    haven.save()

    response = client.post(reverse("signaal_nieuw"), {"wijk": haven.slug})

    assert response.status_code == 200
    assert "gestopt" in response.content.decode()
    assert not Signaalconcept.objects.exists()
    assert client.get(f"{reverse('signaal_nieuw')}?wijk=nergens").status_code == 404
