"""The file: a code book beside the answers, no formulas, and who took it is written down."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import User
from core.models import Inzage
from enquetes.models import Afzender, Anonimiteit, EnqueteIndexPage, Uitvoer
from enquetes.uitvoer.making import make, purge_uitvoer
from tests.enquetes.uitvoer.answering import answer, close
from tests.enquetes.uitvoer.reading import made, sheets, table
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk
from wijkteams.models.importronde import private_storage

pytestmark = pytest.mark.django_db
ATTACKS = ["=1+1", "+31 6 12345678", "-2", "@SUM(A1)", "\t=1", "\r=1", "|calc", "\uff1d1+1"]


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=haven)


def test_the_code_book_explains_every_column(index: EnqueteIndexPage, joris: User) -> None:
    enquete = close(survey(index, step(1, question("keuzes", 1, "Poep", "Lawaai", anders=True))))
    answer(enquete, antwoorden={key(1): [key(102)]})

    book = sheets(made(enquete, joris, "xlsx"))

    heading, *lines = book["Antwoorden"]
    codes = [str(one).partition(" ")[0] for one in heading]
    explained = {line[0]: line for line in book["Codeboek"][1:]}
    assert list(explained) == codes
    assert explained["v1_2"][2:5] == ["Vraag 1", "Meer keuzes", "Lawaai"]
    assert explained["v1_2"][7:] == [key(1), None, key(102)]
    assert dict(zip(codes, lines[0], strict=True))["v1_2"] == 1


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_cell_is_a_formula(index: EnqueteIndexPage, joris: User, attack: str) -> None:
    vraag = question("lang", 1, text=f"{attack} vraag")
    enquete = close(survey(index, step(1, vraag, question("keuze", 2, attack, "Nee"))))
    answer(enquete, antwoorden={key(1): attack, key(2): key(201)})

    line = table(made(enquete, joris))[0]
    rows = load_workbook(made(enquete, joris, "xlsx").file)

    assert line["v1"].startswith("'")
    assert line["v2"].startswith("'")
    for sheet in rows:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f"
            if isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@", "|")):
                assert cell.quotePrefix


def test_odd_characters_and_very_long_texts_make_no_broken_file(
    index: EnqueteIndexPage, joris: User
) -> None:
    enquete = close(survey(index, step(1, question("lang", 1))))
    texts = ["a\x00b\x0b", "\ud800x".encode("utf-16", "surrogatepass").decode("utf-16", "ignore")]
    for text in [*texts, "<b>&amp;</b>", "_x0041_", "x" * 100_000, "\ufffe", "عربي"]:
        answer(enquete, antwoorden={key(1): text.replace("\x00", "")})

    found = {line[-1] for line in sheets(made(enquete, joris, "xlsx"))["Antwoorden"][1:]}

    # As a spreadsheet program reads it this is _x0041_ and not A; openpyxl does not look.
    assert {"<b>&amp;</b>", "_x005F_x0041_", "عربي"} <= found
    assert max(len(text or "") for text in found) == 32_767


def test_who_took_it_and_how_many_is_written_down(index: EnqueteIndexPage, joris: User) -> None:
    enquete = close(survey(index))
    for _number in range(3):
        answer(enquete)

    made(enquete, joris)

    entry = Inzage.objects.get()
    assert (entry.user, entry.kind, entry.rows) == (joris, Inzage.Kind.EXPORT, 3)
    assert "Honden" in entry.subject


@pytest.mark.parametrize(
    ("level", "wanted", "there"),
    [
        (Anonimiteit.OP_NAAM, True, True),
        (Anonimiteit.OP_NAAM, False, False),
        (Anonimiteit.ANONIEM, True, False),
    ],
)
def test_names_only_when_asked_and_never_of_an_anonymous_survey(
    index: EnqueteIndexPage, joris: User, level: str, wanted: bool, there: bool
) -> None:
    enquete = close(survey(index, anonimiteit=level))
    Afzender.objects.create(inzending=answer(enquete), name="Anna", email="anna@wijk.example")

    row = made(enquete, joris, with_names=wanted)

    assert (b"anna@wijk.example" in row.file.read()) == there


def test_fair_close_holds_in_the_task_too(index: EnqueteIndexPage, joris: User) -> None:
    enquete = survey(index)
    answer(enquete)

    row = made(enquete, joris)

    assert (row.stand, bool(row.file)) == (Uitvoer.Stand.MISLUKT, False)


def test_who_lost_the_role_meanwhile_gets_nothing(index: EnqueteIndexPage, joris: User) -> None:
    enquete = close(survey(index))
    row = Uitvoer.objects.create(enquete=enquete, wijk=enquete.wijk, made_by=joris)
    joris.lidmaatschappen.all().delete()

    make.call(row.pk)

    row.refresh_from_db()
    assert row.stand == Uitvoer.Stand.MISLUKT


def test_killed_half_way_it_begins_again(
    index: EnqueteIndexPage, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquete = close(survey(index))
    answer(enquete)
    row = Uitvoer.objects.create(enquete=enquete, wijk=enquete.wijk, made_by=joris)

    def killed(*args: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("enquetes.uitvoer.making.File", killed)
        with pytest.raises(SystemExit):
            make.call(row.pk)
    row.refresh_from_db()
    assert row.is_waiting

    make.call(row.pk)

    row.refresh_from_db()
    assert (row.stand, row.gedaan, row.totaal) == (Uitvoer.Stand.KLAAR, 1, 1)


def test_files_go_after_seven_days_and_with_the_answers(
    index: EnqueteIndexPage, joris: User, django_capture_on_commit_callbacks: Any
) -> None:
    row = made(close(survey(index)), joris)
    path = Path(private_storage().path(str(row.file.name)))

    aged(row, timedelta(days=7) - timedelta(minutes=1))
    assert purge_uitvoer.call() == 0
    aged(row, timedelta(days=7))
    with django_capture_on_commit_callbacks(execute=True):
        assert purge_uitvoer.call() == 1
    assert not path.exists()

    enquete = close(survey(index, title="Nog een"))
    made(enquete, joris)
    enquete.bewaard_tot = timezone.localdate()
    enquete.save()
    assert purge_uitvoer.call() == 1


def aged(row: Uitvoer, by: timedelta) -> None:
    """It was made that long ago."""
    Uitvoer.objects.filter(pk=row.pk).update(created_at=timezone.now() - by)
