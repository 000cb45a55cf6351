"""A list as people's programs write it: CSV in all its forms, XLSX, and what is no list (N13)."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from nieuws.abonnees.importing import table
from nieuws.abonnees.importing.reading import Read, read
from tests.factories import bombs

pytestmark = pytest.mark.django_db
TWO = [["ria@b.example", "Ria Bos"], ["bas@b.example", "Bas"]]


def csv(text: str | bytes, name: str = "lijst.csv") -> Read:
    data = text.encode() if isinstance(text, str) else text
    return read(SimpleUploadedFile(name, data))


def xlsx(*rows: list[Any]) -> SimpleUploadedFile:
    book = Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return SimpleUploadedFile("lijst.xlsx", file.getvalue())


@pytest.mark.parametrize(
    "text",
    [
        "e-mail,naam\nria@b.example,Ria Bos\nbas@b.example,Bas\n",
        "Naam;E-mailadres\r\nRia Bos;ria@b.example\r\n\r\nBas;bas@b.example\r\n",
        "﻿email\tname\nria@b.example\tRia Bos\nbas@b.example\tBas",
        "voornaam;achternaam;mail;lid sinds\nRia;Bos;ria@b.example;2019\nBas;;bas@b.example;",
        "Ria Bos,ria@b.example\nBas,bas@b.example\n",
        'e-mail\n"Ria Bos <ria@b.example>"\nBas <bas@b.example>\n',
        "E-mail,Naam\n ria@b.example , Ria  Bos \nbas@b.example,Bas,te veel,kolommen\n",
    ],
)
def test_every_way_of_writing_gives_the_same(text: str) -> None:
    assert csv(text).people == TWO


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_letters_come_through_whatever_program_wrote_it(encoding: str) -> None:
    found = csv("e-mail;naam\nria@b.example;Zoë Çelik\n".encode(encoding))
    assert found.people == [["ria@b.example", "Zoë Çelik"]]


def test_workbook_is_read_as_values() -> None:
    sheet = xlsx(["Naam", "E-mail", "Nr"], ["Ria Bos", "ria@b.example", 3], [None, None, None],
                 ["Bas", "bas@b.example", 4.5])  # fmt: skip
    assert read(sheet).people == TWO


def test_each_wrong_line_is_named_with_its_number() -> None:
    found = csv("e-mail,naam\nria@b.example,Ria\ngeen adres,Bas\n,Kees\npiet@@b.example,Piet\n")
    assert [(number, typed) for number, typed, _why in found.errors] == [
        (3, "geen adres"),
        (4, ""),
        (5, "piet@@b.example"),
    ]
    assert found.wrong == 3
    assert len(found.people) == 1
    assert "geen e-mailadres" in found.errors[0][2]


def test_same_address_counts_once_however_it_is_spelled() -> None:
    found = csv("e-mail\nria@b.example\nRIA@B.example\nria@b.example\nria+nieuws@b.example\n")
    assert found.double == 2
    assert len(found.people) == 2


def test_many_mistakes_are_counted_and_some_are_shown() -> None:
    found = csv("e-mail\n" + "\n".join(f"fout {n}" for n in range(500)))
    assert found.wrong == 500
    assert len(found.errors) == 200


def test_a_number_of_a_citizen_is_not_taken_along_as_a_name() -> None:
    found = csv("e-mail,naam\nria@b.example,Ria 111222333\n")
    assert not found.people
    assert "BSN" in found.errors[0][2]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"naam\nRia\n", "a.csv", "geen kolom met e-mailadressen"),
        (b"", "a.csv", "geen kolom met e-mailadressen"),
        (b"e-mail\n", "a.csv", "leeg"),
        (b"<html><script>", "a.csv", "geen echt csv-bestand"),
        (b"e-mail\n\0\0\0", "a.csv", "geen echt csv-bestand"),
        (b"PK\x03\x04 kapot", "a.xlsx", "geen echt xlsx-bestand"),
        (b"e-mail\nria@b.example", "a.xlsx", "geen echt xlsx-bestand"),
        (b'e-mail\n"' + b"x" * 200_000, "a.csv", "beschadigd"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        csv(data, name)


@pytest.mark.parametrize("bomb", [bombs.xlsx_of_zeros, bombs.many_entries, bombs.overlapping_zip])
def test_a_workbook_that_unpacks_to_too_much_is_refused(bomb: Callable[[], bytes]) -> None:
    with pytest.raises(ValidationError):
        csv(bomb(), "a.xlsx")


def test_a_workbook_of_many_megabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_UNPACKED", 1000)
    with pytest.raises(ValidationError, match="te groot"):
        read(xlsx(["e-mail"], ["ria@b.example"]))


def test_twenty_thousand_lines_fit_and_one_more_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_LINES", 50)
    assert len(csv("e-mail\n" + "\n".join(f"a{n}@b.example" for n in range(50))).people) == 50
    with pytest.raises(ValidationError, match="meer dan 50 regels"):
        csv("e-mail\n" + "\n".join(f"a{n}@b.example" for n in range(51)))
    with pytest.raises(ValidationError, match="meer dan 50 regels"):
        csv("e-mail" + "\n" * 600)
