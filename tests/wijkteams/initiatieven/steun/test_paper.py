"""Lists on paper: a number for all, and a picture for the team of that ward only (I6)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.initiatieven import initiatief
from tests.factories.pictures import SECRET, picture_bytes
from wijkteams.initiatieven.models import Initiatief, Papierlijst
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven)


@pytest.fixture
def coordinator(haven: Wijk) -> Client:
    return client_of(lid("carla@sluisdam.example", Rol.WIJKBEHEERDER, haven))


def screen(one: Initiatief, rest: str = "") -> str:
    return f"/beheer/initiatiefsteun/{one.pk}/{rest}"


def sent(**other: Any) -> dict[str, Any]:
    scan = SimpleUploadedFile("lijst.jpg", picture_bytes("jpg"), "image/jpeg")
    day = timezone.localdate().isoformat()
    told = {"aantal": "40", "aantal_wijk": "31", "opgehaald_op": day, "scan": scan}
    return told | other


def on_paper(one: Initiatief) -> tuple[int, int]:
    one.refresh_from_db()
    return one.aantal_papier, one.aantal_papier_wijk


def test_a_list_counts_and_its_picture_is_cleaned(
    coordinator: Client, client: Client, bus: Initiatief
) -> None:
    for _n in range(2):
        coordinator.post(screen(bus), sent())

    assert on_paper(bus) == (80, 62)
    lijst = Papierlijst.objects.first()
    assert lijst is not None
    assert SECRET.encode() not in lijst.scan.read()
    answer = coordinator.get(screen(bus, f"{lijst.pk}/scan/"))
    assert answer["Content-Type"] == "image/jpeg"
    assert "no-store" in answer["Cache-Control"]
    body = client.get("/havenkwartier/initiatieven/boodschappenbus/").content.decode()
    assert "Hiervan staan 80 handtekeningen op papier." in " ".join(body.split())


def test_a_mistake_goes_with_its_picture(
    coordinator: Client, bus: Initiatief, django_capture_on_commit_callbacks: Any
) -> None:
    coordinator.post(screen(bus), sent())
    lijst = Papierlijst.objects.get()
    storage, name = lijst.scan.storage, lijst.scan.name
    remove = screen(bus, f"{lijst.pk}/weg/")
    assert coordinator.get(remove).status_code == 405
    assert storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):
        coordinator.post(remove)

    assert on_paper(bus) == (0, 0)
    assert not storage.exists(name)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"aantal_wijk": "41"}, "Dit kan niet meer zijn dan het hele aantal."),
        ({"opgehaald_op": "2999-01-01"}, "Deze dag moet nog komen."),
        ({"scan": SimpleUploadedFile("lijst.jpg", b"geen foto")}, "foto"),
        ({"aantal": "veel"}, "getal"),
    ],
)
def test_wrong_is_said_beside_it(
    coordinator: Client, bus: Initiatief, wrong: dict[str, Any], word: str
) -> None:
    answer = coordinator.post(screen(bus), sent(**wrong))

    assert answer.status_code == 200
    assert word in answer.content.decode()
    assert not Papierlijst.objects.exists()


def test_names_are_for_who_may_know_them(coordinator: Client, bus: Initiatief, haven: Wijk) -> None:
    coordinator.post(screen(bus), sent())
    lijst = Papierlijst.objects.get()
    moderator = client_of(lid("mo@sluisdam.example", Rol.MODERATOR, haven))

    assert "40" in moderator.get(screen(bus)).content.decode()
    assert moderator.get(screen(bus, f"{lijst.pk}/scan/")).status_code in {302, 403}
    moderator.post(screen(bus, f"{lijst.pk}/weg/"))
    moderator.post(screen(bus), sent())
    assert on_paper(bus) == (40, 31)


def test_another_ward_sees_nothing(
    coordinator: Client, bus: Initiatief, fatma: User, sluis: Wijk
) -> None:
    coordinator.post(screen(bus), sent())
    lijst = Papierlijst.objects.get()
    other = initiatief(sluis, title="Van hen")
    for client in (client_of(fatma), Client()):
        for one in (bus, other):  # nor through an initiative of their own
            for rest in ("scan/", "weg/"):
                url = screen(one, f"{lijst.pk}/{rest}")
                assert client.get(url).status_code != 200, url
                client.post(url)
        assert client.get(screen(bus)).status_code != 200
        client.post(screen(bus), sent())
    assert on_paper(bus) == (40, 31)


def test_a_list_goes_in_two_steps(coordinator: Client, bus: Initiatief) -> None:
    coordinator.post(screen(bus), sent())
    page = coordinator.get(screen(bus)).content.decode()
    before, _, within = page.partition("<details>")
    within, _, after = within.partition("</details>")
    remove = screen(bus, f"{Papierlijst.objects.get().pk}/weg/")
    assert remove in within
    assert "Ja, haal weg" in within
    assert remove not in before + after
