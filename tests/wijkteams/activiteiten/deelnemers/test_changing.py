"""Changing, cancelling, giving a place by hand, and ticking off who came."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, typed, url
from wijkteams.activiteiten.models import Aanmelding, Keer

pytestmark = pytest.mark.django_db


def person(row: Aanmelding, end: str = "") -> str:
    return f"/beheer/deelnemers/persoon/{row.pk}/{end}"


def begun() -> None:
    now = timezone.now().replace(microsecond=0)
    Keer.objects.update(starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=1))


def test_name_and_number_are_put_right(keer: Keer, as_joris: Client) -> None:
    row = sign_up(keer, "Bram")

    as_joris.post(person(row), typed(name="Bram Bos", adults="2", children="1", age_group="4-11"))

    row.refresh_from_db()
    assert (row.name, row.phone, row.places) == ("Bram Bos", "0612345678", 3)
    assert (row.children, row.age_group) == (1, "4-11")


def test_more_than_fit_is_refused_and_nothing_changes(keer: Keer, as_joris: Client) -> None:
    row = sign_up(keer, "Bram")

    html = as_joris.post(person(row), typed(name="Anders", adults="7")).content.decode()

    row.refresh_from_db()
    assert "Er is geen plek meer" in html
    assert (row.name, row.places) == ("Bram", 1)


def test_cancelling_tells_the_person_and_the_first_who_waits(keer: Keer, as_joris: Client) -> None:
    row = sign_up(keer, "Bram", adults=4)
    waiting = sign_up(keer, "Kees", adults=2)
    mail.outbox.clear()

    as_joris.post(person(row, "afmelden/"))

    row.refresh_from_db()
    waiting.refresh_from_db()
    assert (row.status, waiting.status) == ("afgemeld", "aangeboden")
    assert [message.to for message in mail.outbox] == [["bram@b.example"], ["kees@b.example"]]


def test_team_gives_a_place_that_it_kept_free_out_of_turn(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram", adults=4)
    first, second = sign_up(keer, "Kees", adults=2), sign_up(keer, "Aaltje")
    mail.outbox.clear()

    as_joris.post(person(second, "plek/"))
    as_joris.post(person(second, "plek/"))

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("wachtlijst", "bevestigd")
    assert [message.to for message in mail.outbox] == [["aaltje@b.example"]]


def test_by_hand_no_more_come_than_there_are_places(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram", adults=4)
    large = sign_up(keer, "Kees", adults=3)

    html = as_joris.post(person(large, "plek/"), follow=True).content.decode()

    large.refresh_from_db()
    assert "Er is geen plek meer" in html
    assert large.status == "wachtlijst"
    assert Aanmelding.objects.all().places() == 4  # type: ignore[attr-defined]


def test_who_says_on_the_phone_to_come_is_confirmed(keer: Keer, as_joris: Client) -> None:
    row = sign_up(keer, "Bram", confirmed=False)

    as_joris.post(person(row, "bevestigen/"))

    row.refresh_from_db()
    assert row.status == "bevestigd"


@pytest.mark.parametrize("end", ["afmelden/", "bevestigen/", "plek/"])
def test_looking_changes_nothing(keer: Keer, as_joris: Client, end: str) -> None:
    row = sign_up(keer, "Bram", confirmed=False)

    assert as_joris.get(person(row, end)).status_code == 405

    row.refresh_from_db()
    assert row.status == "onbevestigd"


def test_who_came_is_ticked_off_and_who_was_not_shown_stays(keer: Keer, as_joris: Client) -> None:
    rows = [sign_up(keer, name) for name in ("Bram", "Kees", "Aaltje")]
    begun()
    html = as_joris.get(url(keer)).content.decode()

    as_joris.post(
        url(keer, "aanwezig/"),
        {"getoond": [rows[0].pk, rows[1].pk, "x", "9" * 40], "was_er": [rows[0].pk]},
    )

    assert "Vink aan wie er is" in html
    came = list(Aanmelding.objects.order_by("pk").values_list("came", flat=True))
    assert came == [True, False, None]


def test_nobody_is_ticked_off_on_the_list_of_another(
    keer: Keer, as_joris: Client, sluis_agenda: object
) -> None:
    from tests.factories.activiteiten import activiteit

    other = Keer.objects.get(
        activiteit=activiteit(sluis_agenda, "Elders", inschrijving="open")  # type: ignore[arg-type]
    )
    row = sign_up(other, "Bram")

    as_joris.post(url(keer, "aanwezig/"), {"getoond": [row.pk], "was_er": [row.pk]})

    row.refresh_from_db()
    assert row.came is None


def test_boxes_come_when_it_has_begun(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram")

    assert "Vink aan wie er is" not in as_joris.get(url(keer)).content.decode()
