"""The link in a mail: shows how it stands, and a button does what it says (R-08, R-09)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from wijkteams.activiteiten.aanmelden import services
from wijkteams.activiteiten.aanmelden.applicant import SignedUp
from wijkteams.activiteiten.aanmelden.tokens import code_of, make_token
from wijkteams.activiteiten.ical.personal import personal_address
from wijkteams.activiteiten.models import Aanmelding, Keer

Asks = Callable[..., SignedUp]
Status = Aanmelding.Status
LINK = re.compile(r"http://testserver(/\S*aanmelding/\S+)")


def path_of(aanmelding: Aanmelding) -> str:
    return f"/aanmelding/{make_token(aanmelding)}/"


@pytest.fixture
def anna(asks: Asks) -> Aanmelding:
    return asks("Anna", 2).aanmelding


def test_a_resident_confirms_changes_and_cancels(
    client: Client, anna: Aanmelding, mails: Any
) -> None:
    (path,) = LINK.findall(mails()[0]["text"])
    assert "Ik kom: bevestig" in client.get(path).content.decode()

    client.post(path, {"actie": "bevestig"})
    shown = client.get(path).content.decode()
    assert "Uw plek staat vast" in shown
    assert "/agenda/samen-koken/20" in shown.split("Zet het in mijn agenda")[0]
    assert "webcal://testserver/mijn-agenda/" in shown

    client.post(path, {"actie": "aantal", "volwassenen": "1", "kinderen": "2"})
    anna.refresh_from_db()
    assert (anna.adults, anna.children, anna.places) == (1, 2, 3)

    client.post(path, {"actie": "afmelden"})
    shown = client.get(path).content.decode()
    assert "U bent afgemeld" in shown
    assert "/agenda/samen-koken/" in shown


def test_a_mail_scanner_changes_nothing(client: Client, anna: Aanmelding, asks: Asks) -> None:
    asks("Bram", 4)
    before = list(Aanmelding.objects.order_by("pk").values())
    for _time in range(5):
        for aanmelding in Aanmelding.objects.all():
            assert client.get(path_of(aanmelding)).status_code == 200
            assert client.head(path_of(aanmelding)).status_code == 200
    assert list(Aanmelding.objects.order_by("pk").values()) == before


def test_too_many_people_is_said_beside_the_field(client: Client, anna: Aanmelding) -> None:
    data = {"actie": "aantal", "volwassenen": "9", "kinderen": "0"}
    answer = client.post(path_of(anna), data)

    assert answer.status_code == 200
    assert "hoogstens 4 mensen" in answer.content.decode()
    assert 'value="9"' in answer.content.decode()


def test_who_waits_reads_how_many_are_before(client: Client, asks: Asks) -> None:
    asks("Anna", 4)
    asks("Bram", 2)
    cor = asks("Cor", 2).aanmelding
    assert "Er staat 1 aanmelding vóór u" in client.get(path_of(cor)).content.decode()


def test_a_token_of_anything_else_is_refused(client: Client, anna: Aanmelding, asks: Asks) -> None:
    other, good = asks("Bram").aanmelding, make_token(anna)
    code, signature = good.split("-")
    wrong = [
        f"{other.code}-{signature}",
        f"{code}-{make_token(other).split('-')[1]}",
        personal_address(anna).rsplit("/", 1)[1].removesuffix(".ics"),
        code,
        good[:-1],
        good[1:],
        good.upper(),
        f"{good}0",
        f"{code}-",
        str(anna.pk),
        f"{code}-{'0' * 40}",
        "beheer",
    ]
    assert code_of(good) == anna.code
    assert [token for token in wrong if code_of(token)] == []
    assert {client.get(f"/aanmelding/{token}/").status_code for token in wrong[:9]} == {404}


def test_wrong_and_gone_are_answered_alike(client: Client, anna: Aanmelding) -> None:
    path = path_of(anna)
    Aanmelding.objects.all().delete()
    gone, wrong = client.get(path), client.get(f"/aanmelding/{'a' * 32}-{'b' * 40}/")

    assert gone.status_code == wrong.status_code == 404
    assert gone.content == wrong.content


def test_ten_thousand_guesses_hit_nothing_and_the_eleventh_is_stopped(
    client: Client, anna: Aanmelding
) -> None:
    code = anna.code
    assert not any(code_of(f"{code}-{number:040x}") for number in range(10_000))
    answers = [client.get(f"/aanmelding/{code}-{n:040x}/").status_code for n in range(12)]
    assert answers == [404] * 10 + [429] * 2
    assert client.get(path_of(anna)).status_code == 429  # nor can one see that one was right


def test_a_button_of_an_old_page_does_no_harm(client: Client, anna: Aanmelding) -> None:
    services.cancel(anna.pk)
    client.post(path_of(anna), {"actie": "bevestig"})
    client.post(path_of(anna), {"actie": "iets"})
    assert Aanmelding.objects.get().status == Status.AFGEMELD


def test_nothing_can_be_done_without_the_token_of_the_form(anna: Aanmelding) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path_of(anna), {"actie": "afmelden"}).status_code == 403
    assert Aanmelding.objects.get().status == Status.ONBEVESTIGD


def test_it_is_not_kept_and_not_found_by_search_engines(client: Client, anna: Aanmelding) -> None:
    answer = client.get(path_of(anna))
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]


def test_what_does_not_take_place_says_so(client: Client, anna: Aanmelding, keer: Keer) -> None:
    from wijkteams.activiteiten.keren import one

    one.cancel(keer, "De zaal staat onder water.")
    shown = client.get(path_of(anna)).content.decode()
    assert "Gaat niet door" in shown
    assert "De zaal staat onder water." in shown
