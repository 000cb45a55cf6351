"""Codes on letters: once a house, printed again from their numbers, and known by digests only."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from enquetes.models import Codeblad, Concept, Deelname, Enquete
from enquetes.toegang import codes, sheets
from enquetes.toegang.services import claim
from tests.enquetes.toegang.conftest import Make
from wijkteams.models import Buurt, Wijk


@pytest.fixture
def enquete(make: Make) -> Enquete:
    """A survey with codes."""
    return make("huiscode", summary="Mogen honden los?")


@pytest.fixture
def buurt(haven: Wijk) -> Buurt:
    """A buurt of the ward."""
    found = Buurt.objects.filter(wijk=haven).first()
    return found or Buurt.objects.create(wijk=haven, name="Kadebuurt", code="BU0001")


def _url(enquete: Enquete, *rest: str) -> str:
    return "/beheer/enquetes/toegang/codes/" + "/".join([*rest, str(enquete.pk), ""])


def _enter(client: Client, enquete: Enquete, code: str) -> Any:
    return client.post(f"/enquete/{enquete.code}/", {"code": code})


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code,
        lambda code: codes.printed(code),
        lambda code: f" {code[:3]} {code[3:]} ".upper(),
        lambda code: f"{code[:5]}–{code[5:]}",
    ],
)
def test_a_code_begins_however_it_is_typed(client: Client, enquete: Enquete, typed: Any) -> None:
    codes.make(enquete, 3)

    response = _enter(client, enquete, typed(codes.made_of(enquete, 2)))

    assert response["Location"] == f"/enquete/{enquete.code}/1/"


def test_a_code_is_used_once(client: Client, enquete: Enquete) -> None:
    codes.make(enquete, 1)
    claim(enquete, Deelname.objects.get().pk)

    html = _enter(client, enquete, codes.made_of(enquete, 1)).content.decode()

    assert "al ingevuld" in html
    assert not Concept.objects.exists()


def test_a_code_of_another_survey_opens_nothing(
    client: Client, make: Make, enquete: Enquete
) -> None:
    other = make("huiscode", title="Bomen")
    codes.make(other, 1)

    html = _enter(client, enquete, codes.made_of(other, 1)).content.decode()

    assert "kennen wij niet" in html


@pytest.mark.parametrize("code", ["", "x", "abc", "0000000000", "k" * 41, "é" * 10, "<b>a</b>"])
def test_what_is_no_code_is_said_at_the_field(client: Client, enquete: Enquete, code: str) -> None:
    response = _enter(client, enquete, code)

    assert response.status_code == 200
    assert 'aria-invalid="true"' in response.content.decode()


def test_who_guesses_codes_is_stopped(client: Client, enquete: Enquete) -> None:
    codes.make(enquete, 1)
    signs = codes.LETTERS
    answers = [_enter(client, enquete, signs[n] * 10).status_code for n in range(11)]

    assert answers == [200] * 10 + [429]
    assert _enter(client, enquete, codes.made_of(enquete, 1)).status_code == 429


def test_the_database_has_no_code(enquete: Enquete) -> None:
    codes.make(enquete, 20)
    rows = str(list(Deelname.objects.values()))

    assert not any(codes.made_of(enquete, number) in rows for number in range(1, 21))


def test_a_thousand_codes_are_all_different_and_without_look_alikes(enquete: Enquete) -> None:
    found = {codes.made_of(enquete, number) for number in range(1_000)}

    assert len(found) == 1_000
    assert not set("".join(found)) & set("01ilo")


def test_numbers_go_on_where_they_were(enquete: Enquete) -> None:
    assert (codes.make(enquete, 5), codes.make(enquete, 5)) == (1, 6)
    with pytest.raises(codes.TooManyError):
        codes.make(enquete, codes.MOST)


def test_the_square_holds_the_code_where_no_log_sees_it(enquete: Enquete) -> None:
    address = sheets.address_with(enquete, codes.made_of(enquete, 1))

    assert address.partition("#")[0].endswith(f"/enquete/{enquete.code}/")
    assert address.partition("#")[2] == codes.printed(codes.made_of(enquete, 1))


@pytest.mark.parametrize(("soort", "pages"), [("kaartjes", 2), ("etiketten", 1), ("brieven", 9)])
def test_a_team_makes_codes_and_downloads_the_sheets(
    as_joris: Client, enquete: Enquete, buurt: Buurt, soort: str, pages: int
) -> None:
    data = {"aantal": "9", "buurt": str(buurt.pk), "soort": soort}
    as_joris.post(f"{_url(enquete)}maken/", data)

    blad = Codeblad.objects.get()
    response = as_joris.get(f"/beheer/enquetes/toegang/codes/blad/{blad.pk}/")
    text = [page.extract_text() for page in PdfReader(BytesIO(response.getvalue())).pages]

    assert len(text) == pages
    assert all(codes.printed(codes.made_of(enquete, n)) in "".join(text) for n in range(1, 10))
    assert buurt.name in text[0]
    assert "no-store" in response["Cache-Control"]
    assert Deelname.objects.filter(buurt=buurt).count() == 9


def test_sheets_are_the_same_when_printed_again(as_joris: Client, enquete: Enquete) -> None:
    codes.make(enquete, 4)
    as_joris.post(f"{_url(enquete)}opnieuw/", {"van": "2", "tot": "3", "soort": "lijst"})

    blad = Codeblad.objects.get()
    response = as_joris.get(f"/beheer/enquetes/toegang/codes/blad/{blad.pk}/")
    lines = b"".join(response.streaming_content).decode().splitlines()

    assert [line.split(",")[1] for line in lines[1:]] == [
        codes.printed(codes.made_of(enquete, number)) for number in (2, 3)
    ]
    assert not blad.file
    assert Deelname.objects.count() == 4


@pytest.mark.parametrize(
    "data",
    [
        {"aantal": "0", "soort": "kaartjes"},
        {"aantal": "2001", "soort": "kaartjes"},
        {"aantal": "veel", "soort": "kaartjes"},
        {"aantal": "5", "soort": "posters"},
        {"aantal": "5", "soort": "kaartjes", "buurt": "999999"},
        {},
    ],
)
def test_wrong_orders_make_nothing(as_joris: Client, enquete: Enquete, data: Any) -> None:
    response = as_joris.post(f"{_url(enquete)}maken/", data)

    assert response.status_code == 200
    assert not Deelname.objects.exists()


@pytest.mark.parametrize(("van", "tot"), [("3", "2"), ("1", "5"), ("0", "1"), ("", "")])
def test_wrong_numbers_print_nothing(
    as_joris: Client, enquete: Enquete, van: str, tot: str
) -> None:
    codes.make(enquete, 4)
    data = {"van": van, "tot": tot, "soort": "kaartjes"}

    assert as_joris.post(f"{_url(enquete)}opnieuw/", data).status_code == 200
    assert not Codeblad.objects.exists()


def test_a_survey_without_codes_gets_none(as_joris: Client, make: Make) -> None:
    enquete = make("open")

    as_joris.post(f"{_url(enquete)}maken/", {"aantal": "5", "soort": "kaartjes"})

    assert not Deelname.objects.exists()


def test_another_team_gets_no_codes(as_fatma: Client, as_wim: Client, enquete: Enquete) -> None:
    codes.make(enquete, 1)
    blad = Codeblad.objects.create(
        enquete=enquete, soort="lijst", eerste=1, aantal=1, stand=Codeblad.Stand.KLAAR
    )
    for client in (as_fatma, as_wim):
        assert client.get(_url(enquete)).status_code in {302, 403}
        answer = client.get(f"/beheer/enquetes/toegang/codes/blad/{blad.pk}/")
        assert answer.status_code in {302, 403}
        client.post(f"{_url(enquete)}maken/", {"aantal": "5", "soort": "kaartjes"})
    assert Deelname.objects.count() == 1


def test_many_codes_come_in_files_that_a_machine_bears(
    enquete: Enquete, joris: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sheets.PER_FILE, "brieven", 2)

    made = sheets.order(enquete, 5, "brieven", by=joris)

    assert [(one.eerste, one.laatste) for one in made] == [(1, 2), (3, 4), (5, 5)]
