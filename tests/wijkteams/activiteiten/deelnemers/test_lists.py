"""The overview and the list: right numbers, few questions, on paper and as a file (A13, R-24)."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from core.models import Inzage
from tests.factories.activiteiten import activiteit, weekly
from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, url
from wijkteams.activiteiten.models import Aanmelding, AgendaPage, Keer

pytestmark = pytest.mark.django_db
EVIL = ["=1+1", "+31 6 12345678", "-2", "@SUM(A1)", "\t=1", "|cmd", "＝1"]


def fill(keer: Keer, many: int, start: int = 0) -> None:
    """Many people at once."""
    Aanmelding.objects.bulk_create(
        Aanmelding(
            activiteit=keer.activiteit, keer=keer, status="bevestigd", name=f"Bewoner {n}",
            email=f"b{n}@b.example", code=f"{n:032x}", request_key=f"r{n}",
        )
        for n in range(start, start + many)
    )  # fmt: skip


def content(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def test_overview_counts_who_comes_and_who_waits(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram", adults=4)
    sign_up(keer, "Kees", adults=2)

    text = " ".join(as_joris.get("/beheer/deelnemers/").content.decode().split())

    assert "4 van 6" in text
    assert "1 op de wachtlijst" in text


def test_overview_holds_what_one_signs_up_for_and_finds_by_name(
    keer: Keer, haven_agenda: AgendaPage, as_joris: Client
) -> None:
    activiteit(haven_agenda, "Inloop zonder lijst")
    activiteit(haven_agenda, "Cursus", inschrijving="open")

    everything = as_joris.get("/beheer/deelnemers/").content.decode()
    found = as_joris.get("/beheer/deelnemers/?q=curs").content.decode()

    assert "Inloop zonder lijst" not in everything
    assert "Samen koken" in everything
    assert "Cursus" in found
    assert "Samen koken" not in found


@pytest.mark.parametrize(
    "query", ["?p=abc", "?p=-1", "?p=9999", "?q=%00%22", "?voorbij=x&q=" + "x" * 9000]
)
def test_odd_addresses_break_nothing(keer: Keer, as_joris: Client, query: str) -> None:
    assert as_joris.get(f"/beheer/deelnemers/{query}").status_code == 200


def test_what_has_been_asks_how_it_was(keer: Keer, as_joris: Client) -> None:
    now = timezone.now().replace(microsecond=0)
    Keer.objects.update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))

    html = as_joris.get("/beheer/deelnemers/?voorbij=1").content.decode()

    assert "Samen koken" in html
    assert f"{url(keer, 'naderhand/')}" in html
    assert "Samen koken" not in as_joris.get("/beheer/deelnemers/").content.decode()


def test_list_of_five_hundred_asks_no_more_than_one_of_ten(keer: Keer, as_joris: Client) -> None:
    fill(keer, 10)
    as_joris.get(url(keer))
    with CaptureQueriesContext(
        connection,
    ) as few:
        as_joris.get(url(keer))
    fill(keer, 490, start=10)
    with CaptureQueriesContext(connection) as many:
        html = as_joris.get(url(keer)).content.decode()

    assert html.count("Bewoner ") >= 500
    assert len(many) == len(few)


def test_overview_asks_the_same_for_one_time_and_for_fifty(
    keer: Keer, haven_agenda: AgendaPage, as_joris: Client
) -> None:
    as_joris.get("/beheer/deelnemers/")
    with CaptureQueriesContext(connection) as few:
        as_joris.get("/beheer/deelnemers/")
    activiteit(haven_agenda, "Elke week", inschrijving="open", rule=weekly(count=49))
    with CaptureQueriesContext(connection) as many:
        as_joris.get("/beheer/deelnemers/")

    assert len(many) == len(few)


def test_sheet_for_the_door_has_a_box_for_everybody_and_room_for_more(
    keer: Keer, as_joris: Client
) -> None:
    sign_up(keer, "Bram", children=1, age_group="4-11")
    html = as_joris.get(url(keer, "afdrukken/")).content.decode()

    assert "Bram" in html
    assert html.count("vak__rand") == 1 + 6
    assert "afdruk.css" in html
    assert "<script" not in html
    assert "bram@b.example" not in html  # a mail address is no use at the door


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_download_holds_everybody_and_is_written_down(
    keer: Keer, as_joris: Client, form: str
) -> None:
    sign_up(keer, "Bram", adults=2)

    answer = as_joris.post(url(keer, "downloaden/"), {"soort": form})
    data = content(answer)

    assert "no-store" in answer["Cache-Control"]
    assert f".{form}" in answer["Content-Disposition"]
    assert len(data) > 100
    entry = Inzage.objects.get()
    assert (entry.kind, entry.rows) == (Inzage.Kind.EXPORT, 1)
    assert "Samen koken" in entry.subject
    assert entry.people.count() == 1
    assert "bram" not in str(list(entry.people.values()))


def test_no_cell_of_a_download_is_a_formula(keer: Keer, as_joris: Client) -> None:
    fill(keer, len(EVIL))
    for row, evil in zip(Aanmelding.objects.order_by("pk"), EVIL, strict=True):
        row.name, row.answers = evil, {evil: evil}
        row.save()

    text = content(as_joris.post(url(keer, "downloaden/"), {"soort": "csv"})).decode("utf-8-sig")
    book = load_workbook(
        BytesIO(content(as_joris.post(url(keer, "downloaden/"), {"soort": "xlsx"})))
    )

    cells = [cell for line in csv.reader(StringIO(text)) for cell in line]
    assert sum(cell.startswith("'") for cell in cells) >= 3 * len(EVIL)
    assert not [cell for cell in cells if cell[:1] in {"=", "+", "-", "@", "|", "\t", "＝"}]
    assert {cell.data_type for line in book.active for cell in line} <= {"s", "inlineStr", "n", "d"}  # type: ignore[union-attr]


def test_download_is_no_link_that_one_can_pass_on(keer: Keer, as_joris: Client) -> None:
    assert as_joris.get(url(keer, "downloaden/")).status_code == 405


def test_rights_count_at_the_moment_of_the_download(
    keer: Keer, as_joris: Client, joris: object
) -> None:
    sign_up(keer, "Bram")
    as_joris.get(url(keer))
    joris.lidmaatschappen.all().delete()  # type: ignore[attr-defined]

    answer = as_joris.post(url(keer, "downloaden/"), {"soort": "csv"})

    assert answer.status_code in {302, 403}
    assert not Inzage.objects.exists()
