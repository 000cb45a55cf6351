"""The team sees what is asked, and writes down who called; contact only for who may (R-04)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.initiatieven import initiatief, need
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.hulp import services as helping
from wijkteams.initiatieven.hulp.counting import found
from wijkteams.initiatieven.models import HulpAanbod, HulpVraag
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
BEP = {"name": "Bep Jansen", "email": "", "phone": "06-12345678", "aantal": "1", "bericht": ""}


@pytest.fixture
def drivers(haven: Wijk) -> HulpVraag:
    return need(initiatief(haven))


@pytest.fixture
def coordinator(haven: Wijk) -> Client:
    return client_of(lid("carla@sluisdam.example", Rol.WIJKBEHEERDER, haven))


def screen(vraag: HulpVraag, rest: str = "") -> str:
    return f"/beheer/initiatiefhulp/{vraag.initiatief_id}/{vraag.code}/{rest}"


def test_who_called_counts_at_once_and_once(coordinator: Client, drivers: HulpVraag) -> None:
    form = {**BEP, "kanaal": "telefoon"}
    for phone in ("06-12345678", "+31612345678"):
        coordinator.post(screen(drivers, "opschrijven/"), {**form, "phone": phone})

    assert found(drivers) == 1
    kept = HulpAanbod.objects.get()
    assert (kept.kanaal, kept.name) == ("telefoon", "Bep Jansen")
    assert kept.ingevoerd_door is not None
    body = coordinator.get(screen(drivers)).content.decode()
    assert "Bep Jansen" in body
    assert "1 van 8 gevonden" in body


def test_who_may_not_know_sees_numbers_only(haven: Wijk, drivers: HulpVraag) -> None:
    told = {"name": "Bep Jansen", "email": "", "phone": "0612345678", "aantal": 1, "bericht": ""}
    row = helping.take_down(drivers.pk, told, [], kanaal="telefoon", door=None)
    client = client_of(lid("mo@sluisdam.example", Rol.MODERATOR, haven))

    body = client.get(screen(drivers)).content.decode()

    assert "1 van 8 gevonden" in body
    for secret in ("Bep Jansen", "0612345678"):
        assert secret not in body
    refused = client.post(screen(drivers), {"actie": "nee", "aanbod": row.pk})
    assert refused.status_code in {302, 403}
    assert found(drivers) == 1


def test_another_ward_sees_nothing(fatma: User, drivers: HulpVraag) -> None:
    overview = f"/beheer/initiatiefhulp/{drivers.initiatief_id}/"
    for client in (client_of(fatma), Client()):
        for url in (overview, screen(drivers), screen(drivers, "opschrijven/")):
            assert client.get(url).status_code != 200, url
            client.post(url, {**BEP, "kanaal": "telefoon", "actie": "dicht"})
    drivers.refresh_from_db()
    assert drivers.is_open
    assert not HulpAanbod.objects.exists()


def test_need_of_another_initiative_is_not_there(
    coordinator: Client, drivers: HulpVraag, haven: Wijk
) -> None:
    other = initiatief(haven, title="Buurttuin")

    assert coordinator.get(f"/beheer/initiatiefhulp/{other.pk}/{drivers.code}/").status_code == 404


def test_team_asks_for_more_and_closes(coordinator: Client, drivers: HulpVraag) -> None:
    overview = f"/beheer/initiatiefhulp/{drivers.initiatief_id}/"
    wrong = coordinator.post(overview, {"soort": "ruimte", "titel": "Een zaal", "aantal": "0"})
    assert wrong.status_code == 200
    assert HulpVraag.objects.count() == 1
    coordinator.post(overview, {"soort": "ruimte", "titel": "Een zaal", "aantal": "1"})
    assert "Een zaal" in coordinator.get(overview).content.decode()

    coordinator.post(screen(drivers), {"actie": "dicht"})
    drivers.refresh_from_db()
    assert not drivers.is_open
    sent = {"aantal": "9", "elders_gevonden": "2"}
    coordinator.post(screen(drivers) + "?actie=aantal", sent)
    drivers.refresh_from_db()
    assert found(drivers) == 2


def test_team_takes_a_name_out_of_what_was_asked(coordinator: Client, drivers: HulpVraag) -> None:
    HulpVraag.objects.update(titel="Bel Bep, 0612345678", toelichting="Bep zoekt chauffeurs.")
    said = "Een rijbewijs\r\nEn geduld"
    sent = {"titel": "Chauffeurs", "toelichting": said, "wanneer": "vrijdag", "tot": ""}

    wrong = coordinator.post(screen(drivers) + "?actie=woorden", {**sent, "titel": ""})
    assert "Een rijbewijs" in wrong.content.decode()
    drivers.refresh_from_db()
    assert drivers.titel == "Bel Bep, 0612345678"

    coordinator.post(screen(drivers) + "?actie=woorden", sent)
    drivers.refresh_from_db()
    assert (drivers.titel, drivers.wanneer, drivers.aantal) == ("Chauffeurs", "vrijdag", 8)
    assert "Bep" not in drivers.toelichting


def test_a_day_that_passed_does_not_stop_other_words(
    coordinator: Client, drivers: HulpVraag
) -> None:
    HulpVraag.objects.update(tot=date(2026, 1, 2))
    sent = {"titel": "Rijders", "toelichting": "", "wanneer": "", "tot": "2026-01-03"}
    coordinator.post(screen(drivers) + "?actie=woorden", sent)
    drivers.refresh_from_db()
    assert drivers.titel == "Chauffeurs"
    coordinator.post(screen(drivers) + "?actie=woorden", {**sent, "tot": "2026-01-02"})
    drivers.refresh_from_db()
    assert (drivers.titel, drivers.tot) == ("Rijders", date(2026, 1, 2))


def test_who_calls_again_comes_at_the_times_they_now_say(
    coordinator: Client, drivers: HulpVraag
) -> None:
    begin = timezone.now() + timedelta(days=3)
    asking.plan(drivers, begin, begin + timedelta(hours=2), aantal=2)
    dienst = drivers.diensten.get()
    form = {**BEP, "kanaal": "telefoon"}
    coordinator.post(screen(drivers, "opschrijven/"), form)
    coordinator.post(screen(drivers, "opschrijven/"), {**form, "diensten": str(dienst.pk)})

    assert list(HulpAanbod.objects.get().diensten.all()) == [dienst]
