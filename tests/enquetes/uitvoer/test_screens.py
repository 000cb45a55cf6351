"""Asking for the answers, and fetching them: of one's own ward, and not before it is fair."""

from __future__ import annotations

import pytest
from django.test import Client

from accounts.models import User
from enquetes.models import Enquete, EnqueteIndexPage, Uitvoer
from tests.conftest import client_of
from tests.enquetes.uitvoer.answering import answer, close
from tests.enquetes.uitvoer.reading import made
from tests.factories import lid
from tests.factories.enquetes import survey
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
CLOSED = {302, 403, 404}


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    found = close(survey(EnqueteIndexPage.objects.get(wijk=haven)))
    answer(found)
    return found


def test_one_button_makes_the_file_and_the_next_fetches_it(
    as_joris: Client, enquete: Enquete
) -> None:
    url = f"/beheer/uitvoer/{enquete.pk}/"
    assert as_joris.get(url).status_code == 200
    assert not Uitvoer.objects.exists(), "looking makes nothing"

    sent = as_joris.post(f"{url}maken/", {"soort": "csv"})

    row = Uitvoer.objects.get()
    assert (sent.status_code, sent["Location"]) == (302, url)
    assert f"/beheer/uitvoer/bestand/{row.pk}/" in as_joris.get(url).content.decode()
    file = as_joris.get(f"/beheer/uitvoer/bestand/{row.pk}/")
    assert "no-store" in file["Cache-Control"]
    assert "antwoorden-honden.csv" in file["Content-Disposition"]
    assert b"".join(file.streaming_content).startswith("\ufeffversie".encode())


def test_nonsense_is_told_next_to_the_field(as_joris: Client, enquete: Enquete) -> None:
    answered = as_joris.post(f"/beheer/uitvoer/{enquete.pk}/maken/", {"soort": "exe"})

    assert answered.status_code == 200
    assert "error-message" in answered.content.decode()
    assert not Uitvoer.objects.exists()


def test_another_ward_is_closed(as_fatma: Client, enquete: Enquete, joris: User) -> None:
    row = made(enquete, joris)

    for url in (f"{enquete.pk}/", f"{enquete.pk}/codeboek/", f"bestand/{row.pk}/"):
        assert as_fatma.get(f"/beheer/uitvoer/{url}").status_code in CLOSED, url
    as_fatma.post(f"/beheer/uitvoer/{enquete.pk}/maken/", {"soort": "csv"})
    assert Uitvoer.objects.count() == 1


@pytest.mark.parametrize("rol", [Rol.SCHRIJVER, Rol.INVOERDER_PAPIER])
def test_who_only_types_or_drafts_gets_no_answers(
    haven: Wijk, enquete: Enquete, joris: User, rol: Rol
) -> None:
    row = made(enquete, joris)
    client = client_of(lid("piet@sluisdam.example", rol, haven))

    for url in (f"{enquete.pk}/", f"bestand/{row.pk}/"):
        assert client.get(f"/beheer/uitvoer/{url}").status_code in CLOSED, url
    assert (
        client.post(f"/beheer/uitvoer/{enquete.pk}/maken/", {"soort": "csv"}).status_code in CLOSED
    )
    assert Uitvoer.objects.count() == 1


def test_before_a_fair_close_there_is_no_button_and_no_file(
    as_joris: Client, enquete: Enquete, joris: User
) -> None:
    row = made(enquete, joris)
    enquete.closes_at = None
    enquete.save()

    screen = as_joris.get(f"/beheer/uitvoer/{enquete.pk}/").content.decode()

    assert "eerlijk" in screen
    assert "maken/" not in screen
    assert f"bestand/{row.pk}/" not in screen
    sent = as_joris.post(f"/beheer/uitvoer/{enquete.pk}/maken/", {"soort": "csv"})
    assert sent.status_code in CLOSED
    assert as_joris.get(f"/beheer/uitvoer/bestand/{row.pk}/").status_code in CLOSED
    assert Uitvoer.objects.count() == 1


def test_the_screen_looks_again_while_a_file_is_made(
    as_joris: Client, enquete: Enquete, joris: User
) -> None:
    row = made(enquete, joris)
    assert "Refresh" not in as_joris.get(f"/beheer/uitvoer/{enquete.pk}/")

    Uitvoer.objects.filter(pk=row.pk).update(stand="wacht", gedaan=2000, totaal=5000)

    screen = as_joris.get(f"/beheer/uitvoer/{enquete.pk}/")
    assert screen["Refresh"] == "3"
    assert "2000 van 5000" in screen.content.decode().replace("\xa0", "").replace(".", "")


def test_the_code_book_alone_is_a_small_file(as_joris: Client, enquete: Enquete) -> None:
    file = as_joris.get(f"/beheer/uitvoer/{enquete.pk}/codeboek/")

    text = b"".join(file.streaming_content).decode()
    assert "v1_1" in text
    assert "Ja" in text
