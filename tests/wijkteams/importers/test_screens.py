"""The import screens: preview first, then confirm, follow and take back. City editors only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.scheduler.registry import jobs
from home.models import HomePage
from tests.wijkteams.importers.geojson import FIGURES, SLUISDAM, area, source
from wijkteams.importers import uploads
from wijkteams.importers.tasks import clear_import_files, run_import, undo_import
from wijkteams.models import Importronde, Wijk

pytestmark = pytest.mark.django_db


def url(name: str, *args: object) -> str:
    return reverse(f"wijkimport:{name}", args=args)


def files(*features: object, figures: str = "") -> dict[str, Any]:
    data = source(*(features or SLUISDAM)).data
    found = {"wijken": SimpleUploadedFile("wijken.geojson", data)}
    if figures:
        found["kerncijfers"] = SimpleUploadedFile("kerncijfers_2024.csv", figures.encode())
    return found


def offer(client: Client, *features: object, **fields: Any) -> Importronde:
    response = client.post(url("upload"), {**files(*features), **fields})
    assert response.status_code == 302, response.content.decode()
    return Importronde.objects.latest("pk")


def words(response: HttpResponse) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def kept(as_bea: Client) -> Importronde:
    """A preview that Bea made."""
    return offer(as_bea)


def test_upload_shows_a_preview_and_changes_nothing(hub: HomePage, as_bea: Client) -> None:
    response = as_bea.post(url("upload"), files(figures=FIGURES), follow=True)

    text = words(response)
    assert "Er is nog niets veranderd. Dit gaat er gebeuren:" in text
    assert "Havenkwartier" in text
    assert "maken" in text
    assert "Kerncijfers zonder wijk in deze bestanden, niet gebruikt: GM9999." in text
    assert not Wijk.objects.exists()


def test_confirmed_preview_is_carried_out(hub: HomePage, as_bea: Client, bea: Any) -> None:
    ronde = offer(as_bea)

    response = as_bea.post(url("confirm", ronde.pk), follow=True)

    ronde.refresh_from_db()
    assert ronde.status == Importronde.Status.KLAAR
    assert ronde.created_by == bea
    assert Wijk.objects.count() == 2
    assert "Draai deze import terug" in words(response)
    assert "Refresh" not in response


def test_second_click_on_confirm_does_nothing(as_bea: Client, kept: Importronde) -> None:
    as_bea.post(url("confirm", kept.pk))

    response = as_bea.post(url("confirm", kept.pk), follow=True)

    assert "kan nu niet worden uitgevoerd" in words(response)
    assert kept.regels.count() == 5


def test_task_that_comes_twice_does_nothing_the_second_time(
    as_bea: Client, kept: Importronde
) -> None:
    as_bea.post(url("confirm", kept.pk))
    run_import.call(kept.pk)
    undo_import.call(kept.pk)
    run_import.call(10**6)
    undo_import.call(10**6)

    assert kept.regels.count() == 5
    assert Wijk.objects.count() == 2


def test_preview_can_be_thrown_away(as_bea: Client, kept: Importronde) -> None:
    storage, name = kept.wijken_file.storage, kept.wijken_file.name

    response = as_bea.post(url("drop", kept.pk), follow=True)

    assert "weggegooid" in words(response)
    assert not Importronde.objects.exists()
    assert not storage.exists(name)


def test_import_that_began_cannot_be_thrown_away(as_bea: Client, kept: Importronde) -> None:
    as_bea.post(url("confirm", kept.pk))

    assert "al begonnen" in words(as_bea.post(url("drop", kept.pk), follow=True))
    assert Importronde.objects.exists()


def test_undo_asks_first_and_then_takes_back(as_bea: Client, kept: Importronde) -> None:
    as_bea.post(url("confirm", kept.pk))

    assert "Wil je de import van 'wijken.geojson' terugdraaien?" in words(
        as_bea.get(url("undo", kept.pk))
    ).replace("&#x27;", "'")
    assert Wijk.objects.count() == 2
    response = as_bea.post(url("undo", kept.pk), follow=True)

    kept.refresh_from_db()
    assert kept.status == Importronde.Status.ONGEDAAN
    assert "(teruggedraaid)" in words(response)
    assert not Wijk.objects.exists()
    assert "kan nu niet" in words(as_bea.post(url("undo", kept.pk), follow=True))


def test_running_import_shows_progress_and_refreshes(as_bea: Client, kept: Importronde) -> None:
    Importronde.objects.update(status="bezig", done=1, updated_at=timezone.now())

    response = as_bea.get(url("ronde", kept.pk))

    assert "1 van 2 wijken klaar." in words(response)
    assert response["Refresh"] == "3"


def test_import_that_died_can_go_on(as_bea: Client, kept: Importronde) -> None:
    long_ago = timezone.now() - timedelta(hours=1)
    Importronde.objects.update(status="bezig", updated_at=long_ago)

    text = words(as_bea.get(url("ronde", kept.pk)))
    as_bea.post(url("confirm", kept.pk))

    assert "Er is al een tijdje niets gebeurd." in text
    assert "Ga verder met deze import" in text
    kept.refresh_from_db()
    assert kept.status == Importronde.Status.KLAAR


def test_busy_importer_gives_the_preview_back(as_bea: Client, kept: Importronde) -> None:
    Importronde.objects.create(file_name="x", sha256="x", status="bezig")

    response = as_bea.post(url("confirm", kept.pk), follow=True)

    assert "Er loopt al een import, of hij is net afgebroken." in words(response)
    assert "Voer de import uit" in words(response)
    assert not Wijk.objects.exists()


def test_lost_file_is_told(as_bea: Client, kept: Importronde) -> None:
    kept.wijken_file.storage.delete(kept.wijken_file.name)

    response = as_bea.post(url("confirm", kept.pk), follow=True)

    assert "Dit bestand is er niet meer." in words(response)
    assert not Wijk.objects.exists()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "leeg"),
        (b"{", "geen geldige JSON"),
        (b"\xff\xfe\x00", "niet in UTF-8"),
        (b"[" * 200_000, "te diep genest"),
        (source(area("WK999901", "<b>Sluis</b>")).data, "tekens die niet in een naam horen"),
        (source(area("WK999901", "Sluis", {"type": "Point"})).data, "moet een vlak zijn"),
    ],
)
def test_bad_file_is_told_at_its_field(
    hub: HomePage, as_bea: Client, data: bytes, problem: str
) -> None:
    upload = {"wijken": SimpleUploadedFile("wijken.geojson", data), "gemeente": "GM9999"}

    response = as_bea.post(url("upload"), upload)

    assert response.status_code == 200
    assert problem in str(response.context["form"].errors["wijken"])
    assert 'value="GM9999"' in words(response)
    assert not Importronde.objects.exists()


def test_all_problems_of_all_files_are_listed(hub: HomePage, as_bea: Client) -> None:
    both = [area("WK999901", ""), area("XX", "Haven")]
    upload = files(*both, figures="code,Mannen_6\nWK999901,veel\n")

    response = as_bea.post(url("upload"), upload)

    form = response.context["form"]
    assert len(form.problems) == 3
    assert "Er zijn 2 fouten gevonden" in str(form.errors["wijken"])
    assert "regel 2, WK999901: De waarde van mannen" in str(form.errors["kerncijfers"])
    assert "De naam ontbreekt." in words(response)


def test_name_of_a_file_is_shown_as_text(hub: HomePage, as_bea: Client) -> None:
    upload = {"wijken": SimpleUploadedFile("<img src=x onerror=alert(1)>.geojson", b"{")}

    assert "<img src=x" not in words(as_bea.post(url("upload"), upload))


@pytest.mark.parametrize(("field", "value"), [("gemeente", "Gouda"), ("jaar", "10e9"),
                                              ("jaar", "1900")])  # fmt: skip
def test_bad_option_is_told_at_its_field(
    hub: HomePage, as_bea: Client, field: str, value: str
) -> None:
    response = as_bea.post(url("upload"), {**files(), field: value})

    assert field in response.context["form"].errors


def test_nothing_sent_is_told_at_the_field(hub: HomePage, as_bea: Client) -> None:
    response = as_bea.post(url("upload"), {})

    assert response.status_code == 200
    assert "wijken" in response.context["form"].errors


@pytest.mark.parametrize("query", ["", "?p=2", "?p=-1", "?p=x", "?actie=gemaakt",
                                   "?actie=<b>", f"?p={10**30}"])  # fmt: skip
def test_pages_and_filters_never_break(as_bea: Client, kept: Importronde, query: str) -> None:
    for _state in range(2):
        assert as_bea.get(url("ronde", kept.pk) + query).status_code == 200
        assert as_bea.get(url("index") + query).status_code == 200
        as_bea.post(url("confirm", kept.pk))


def test_what_nobody_can_type_is_refused(as_bea: Client, kept: Importronde) -> None:
    for answer in (
        as_bea.get(url("ronde", kept.pk) + "?actie=%00"),
        as_bea.post(url("upload"), {**files(), "gemeente": "\x00"}),
    ):
        assert answer.status_code == 400


@pytest.mark.parametrize("pk", [0, 999_999, 10**22])
def test_unknown_import_is_not_found(hub: HomePage, as_bea: Client, pk: int) -> None:
    assert as_bea.get(url("ronde", pk)).status_code == 404
    assert as_bea.get(url("undo", pk)).status_code == 404
    for name in ("confirm", "drop", "undo"):
        assert as_bea.post(url(name, pk)).status_code == 404


def test_getting_changes_nothing(as_bea: Client, kept: Importronde) -> None:
    assert as_bea.get(url("confirm", kept.pk)).status_code == 405
    assert as_bea.get(url("drop", kept.pk)).status_code == 405
    kept.refresh_from_db()
    assert kept.status == Importronde.Status.VOORBEELD


@pytest.mark.parametrize("who", ["as_joris", "as_wim", "as_fatma"])
def test_volunteers_of_a_ward_have_no_access(
    kept: Importronde, who: str, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who)

    for name in ("index", "upload"):
        assert client.get(url(name)).status_code == 302, name
    assert client.post(url("upload"), files()).status_code == 302
    for name in ("ronde", "undo"):
        assert client.get(url(name, kept.pk)).status_code == 302, name
    for name in ("confirm", "drop", "undo"):
        assert client.post(url(name, kept.pk)).status_code == 302, name
    kept.refresh_from_db()
    assert kept.status == Importronde.Status.VOORBEELD
    assert "wijken-importeren" not in client.get("/beheer/").content.decode()


def test_stranger_is_sent_to_log_in(client: Client, kept: Importronde) -> None:
    assert client.get(url("ronde", kept.pk))["Location"].startswith("/inloggen/")


def test_menu_leads_the_way_for_a_city_editor(hub: HomePage, as_bea: Client) -> None:
    assert url("index") in as_bea.get("/beheer/").content.decode()


def test_kept_files_lie_in_private_storage(kept: Importronde) -> None:
    assert "private" in kept.wijken_file.path
    assert "wijken" not in kept.wijken_file.name.rpartition("/")[2]


def test_files_are_removed_after_a_week(as_bea: Client, kept: Importronde) -> None:
    other = offer(as_bea)
    as_bea.post(url("confirm", kept.pk))
    storage, name = kept.wijken_file.storage, kept.wijken_file.name

    assert uploads.purge_import_files() == 0
    assert storage.exists(name)
    assert uploads.purge_import_files(timezone.now() + timedelta(days=8)) == 2

    assert not storage.exists(name)
    kept.refresh_from_db()
    assert not kept.wijken_file
    assert not Importronde.objects.filter(pk=other.pk).exists()
    assert as_bea.get(url("ronde", kept.pk)).status_code == 200


def test_clock_removes_the_files() -> None:
    assert [job.task for job in jobs() if job.name == "clear_import_files"] == [clear_import_files]
    assert clear_import_files.call() == 0


def test_import_that_never_ran_says_so_after_a_week(kept: Importronde) -> None:
    Importronde.objects.update(status="wacht")

    uploads.purge_import_files(timezone.now() + timedelta(days=8))

    kept.refresh_from_db()
    assert (kept.status, kept.message) == ("deels", "De import is nooit uitgevoerd.")
