"""importeer_wijken and maak_import_ongedaan, as a person types them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from home.models import HomePage
from tests.wijkteams.importers.geojson import FIGURES, SLUISDAM, area, source
from wijkteams.models import Importronde, Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "wijken.geojson").write_bytes(source(*SLUISDAM[:2]).data)
    (tmp_path / "buurten.geojson").write_bytes(source(*SLUISDAM[2:]).data)
    (tmp_path / "kerncijfers_2024.csv").write_text(FIGURES)
    return tmp_path


def command(*arguments: object, name: str = "importeer_wijken") -> str:
    out = io.StringIO()
    call_command(name, *map(str, arguments), stdout=out, stderr=out, no_color=True)
    return out.getvalue()


def imported(folder: Path, *more: object) -> str:
    return command(
        folder / "wijken.geojson",
        "--buurten",
        folder / "buurten.geojson",
        "--kerncijfers",
        folder / "kerncijfers_2024.csv",
        *more,
    )


def test_report_says_what_was_made(hub: HomePage, folder: Path) -> None:
    text = imported(folder)

    assert "Wijken: 2 gemaakt, 0 gewijzigd, 0 ongewijzigd, 0 overgeslagen." in text
    assert "Buurten: 3 gemaakt" in text
    assert "Let op: Kerncijfers zonder wijk" in text
    assert "Klaar. Langste transactie:" in text


def test_journal_remembers_the_file_and_the_options(hub: HomePage, folder: Path) -> None:
    imported(folder, "--gemeente", "GM9999")

    ronde = Importronde.objects.get()
    assert ronde.file_name == "wijken.geojson"
    assert len(ronde.sha256) == 64
    assert ronde.arguments == {"gemeente": "GM9999", "jaar": 2024, "via": "opdrachtregel"}
    assert (ronde.total, ronde.done) == (2, 2)
    assert not ronde.wijken_file


def test_report_says_what_was_skipped_and_why(hub: HomePage, folder: Path) -> None:
    imported(folder)
    Wijk.objects.filter(code="WK999901").update(name="Onze Sluis")

    text = imported(folder)

    assert "- Oude Sluis (WK999901) overgeslagen: Door de redactie aangepast: naam." in text


def test_trial_changes_nothing(hub: HomePage, folder: Path) -> None:
    text = imported(folder, "--droog")

    assert "Wijken: 2 gemaakt" in text
    assert "er is niets veranderd" in text
    assert not Wijk.objects.exists()
    assert not Importronde.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["weg.geojson"], "bestaat niet"),
        (["slecht.geojson"], "geen geldige JSON"),
        (["wijken.geojson", "--gemeente", "Gouda"], "GM0513"),
        (["wijken.geojson", "--gemeente", "GM0001"], "geen enkel gebied"),
        (["wijken.geojson", "--kerncijfers", "wijken.geojson"], "Van welk jaar"),
        (["wijken.geojson", "--kerncijfers", "wijken.geojson", "--jaar", "2024"], "kolom 'code'"),
        (["wijken.geojson", "--buurten", "wijken.geojson"], "twee keer"),
    ],
)
def test_bad_input_gives_a_clear_error_and_changes_nothing(
    hub: HomePage, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], words: str
) -> None:
    (folder / "slecht.geojson").write_text("{")
    monkeypatch.chdir(folder)
    err = io.StringIO()

    with pytest.raises(CommandError, match="Er is niets veranderd"):
        call_command("importeer_wijken", *arguments, stderr=err)

    assert words in err.getvalue()
    assert not Wijk.objects.exists()
    assert not Importronde.objects.exists()


def test_terminal_codes_in_a_file_do_not_reach_the_terminal(hub: HomePage, tmp_path: Path) -> None:
    path = tmp_path / "wijk\x1b[31men.geojson"
    path.write_bytes(source(area("WK999901", "\x1b[2J")).data)
    err = io.StringIO()

    with pytest.raises(CommandError):
        call_command("importeer_wijken", str(path), stderr=err, no_color=True)

    assert "\x1b" not in err.getvalue()


def test_locked_database_is_told_in_words(
    hub: HomePage, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("wijkteams.importers.rounds.apply_unit", locked)

    with pytest.raises(CommandError, match="Gestopt bij WK999901 door een storing"):
        imported(folder)

    assert Importronde.objects.get().status == Importronde.Status.DEELS


def test_second_import_at_the_same_time_is_refused(hub: HomePage, folder: Path) -> None:
    Importronde.objects.create(file_name="x", sha256="x", status="bezig")

    with pytest.raises(CommandError, match="Er loopt al een import"):
        imported(folder)

    assert Importronde.objects.count() == 1


def test_undo_takes_an_import_back(hub: HomePage, folder: Path) -> None:
    imported(folder)
    number = Importronde.objects.get().pk

    assert f"{number}: wijken.geojson" in command(name="maak_import_ongedaan")
    assert "niets veranderd" in command(number, "--droog", name="maak_import_ongedaan")
    assert Wijk.objects.count() == 2

    text = command(number, name="maak_import_ongedaan")

    assert "7 onderdelen teruggedraaid." in text
    assert not Wijk.objects.exists()
    with pytest.raises(CommandError, match="kan niet worden teruggedraaid"):
        command(number, name="maak_import_ongedaan")


def test_undo_says_what_it_left_and_why(hub: HomePage, folder: Path) -> None:
    imported(folder)
    Wijk.objects.filter(code="WK999901").update(contact_phone="0182 000000")

    text = command(Importronde.objects.get().pk, name="maak_import_ongedaan")

    reason = "De gegevens van de wijk zijn daarna aangepast."
    assert text.splitlines() == [
        "3 onderdelen teruggedraaid.",
        f"- Oude Sluis (WK999901) gebleven: {reason}",
    ]


@pytest.mark.parametrize("number", ["0", "999999", str(10**22)])
def test_undo_of_an_unknown_import_is_refused(hub: HomePage, number: str) -> None:
    with pytest.raises(CommandError, match="bestaat niet"):
        command(number, name="maak_import_ongedaan")
