"""The page of one public signal, and its photos."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from accounts.models import User
from tests.factories.signalen import category, confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Openbaarheid, Signaal, SignaalFoto, Staat


def address(signaal: Signaal) -> str:
    return f"/havenkwartier/signalen/{signaal.code}/"


def read(client: Client, signaal: Signaal) -> str:
    return client.get(address(signaal)).content.decode()


def photo(signaal: Signaal, **fields: Any) -> SignaalFoto:
    row = SignaalFoto(signaal=signaal, **{"is_openbaar": True, "width": 4, "height": 3, **fields})
    row.file.save("x.jpg", ContentFile(b"\xff\xd8\xff large"), save=False)
    row.small.save("x.jpg", ContentFile(b"\xff\xd8\xff small"), save=False)
    row.save()
    return row


def test_it_tells_what_was_said_and_each_step_for_residents(
    client: Client, haven: Wijk, joris: User
) -> None:
    one = signal(haven, titel="Donker bij de school", tekst="Al weken stuk.")
    services.step(
        one.pk,
        Staat.DOORGEZET,
        door=joris,
        openbare_zin="De gemeente kijkt.",
        interne_notitie="Bel Ans",
    )
    services.step(one.pk, Staat.DOORGEZET, door=joris, interne_notitie="Weer gebeld")
    shown = read(client, one)
    for words in ("Donker bij de school", "Al weken stuk.", "Doorgezet", "De gemeente kijkt."):
        assert words in shown
    for words in ("Bel Ans", "Weer gebeld", "joris", "Jan Bakker"):
        assert words not in shown
    assert shown.count("<strong>Doorgezet</strong>") == 1


def test_a_limited_one_shows_a_title_of_ours_and_none_of_its_words(
    client: Client, haven: Wijk
) -> None:
    noise = category("overlast", Klasse.BEPERKT, name="Overlast")
    one = signal(haven, categorie=noise, titel="Piet maakt herrie", tekst="Elke nacht Piet.")
    picture = photo(one)
    shown = read(client, one)
    assert "Overlast in Havenkwartier" in shown
    assert "Piet" not in shown
    assert picture.code not in shown
    assert client.get(f"/signaal/foto/{picture.code}.jpg").status_code == 404


def test_all_that_is_hidden_answers_alike(client: Client, haven: Wijk) -> None:
    waiting = signal(haven, public=False)
    hidden = services.show(signal(haven).pk, Openbaarheid.VERBORGEN)
    secret = confidential(haven)
    answers = {client.get(address(one)).status_code for one in (waiting, hidden, secret)}
    none = client.get("/havenkwartier/signalen/2026-aaaaaa/")
    assert answers == {none.status_code} == {404}
    assert client.get(address(signal(haven))).status_code == 200


def test_a_signal_of_another_ward_is_not_here(client: Client, haven: Wijk, sluis: Wijk) -> None:
    assert client.get(address(signal(sluis))).status_code == 404


def test_a_double_one_leads_to_the_one_it_was_merged_into(client: Client, haven: Wijk) -> None:
    first, second = signal(haven), signal(haven)
    Signaal.objects.filter(pk=second.pk).update(samengevoegd_in=first)
    answer = client.get(address(second))
    assert answer.status_code == 302
    assert answer["Location"] == address(first)
    Signaal.objects.filter(pk=first.pk).update(openbaarheid=Openbaarheid.VERBORGEN)
    assert client.get(address(second)).status_code == 404


def test_what_was_never_public_does_not_tell_where_it_was_merged(
    client: Client, haven: Wijk
) -> None:
    first, waiting = signal(haven), signal(haven, public=False)
    Signaal.objects.filter(pk=waiting.pk).update(samengevoegd_in=first)
    assert client.get(address(waiting)).status_code == 404


def test_merged_in_a_circle_ends(client: Client, haven: Wijk) -> None:
    first, second = signal(haven), signal(haven)
    Signaal.objects.filter(pk=first.pk).update(samengevoegd_in=second)
    Signaal.objects.filter(pk=second.pk).update(samengevoegd_in=first)
    assert client.get(address(first)).status_code == 404


@pytest.mark.parametrize("query", ["", "?klein"])
def test_an_approved_photo_is_seen_and_no_other(client: Client, haven: Wijk, query: str) -> None:
    one = signal(haven)
    approved, waits = photo(one), photo(one, is_openbaar=False)
    answer = client.get(f"/signaal/foto/{approved.code}.jpg{query}")
    assert b"".join(answer.streaming_content).endswith(b"small" if query else b"large")  # type: ignore[attr-defined]
    assert "public" not in answer["Cache-Control"]
    assert client.get(f"/signaal/foto/{waits.code}.jpg{query}").status_code == 404
    shown = read(client, one)
    assert approved.code in shown
    assert waits.code not in shown
    services.show(one.pk, Openbaarheid.VERBORGEN)
    assert client.get(f"/signaal/foto/{approved.code}.jpg{query}").status_code == 404
