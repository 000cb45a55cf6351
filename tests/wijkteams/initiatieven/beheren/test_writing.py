"""Initiators write by mailed link; the team looks first until they are trusted (R-26)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import User
from tests.factories.initiatieven import initiatief, initiator
from tests.factories.pictures import SECRET, picture_bytes
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.beheren import deciding
from wijkteams.initiatieven.beheren.part import updates_part
from wijkteams.initiatieven.models import (
    Controle,
    HulpVraag,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
WORDS = "Vrijdag reden wij voor het eerst."


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven)


@pytest.fixture
def rie(bus: Initiatief) -> Initiatiefnemer:
    return initiator(bus)


def own(nemer: Initiatiefnemer, rest: str = "") -> str:
    return f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/{rest}"


def words_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def picture() -> SimpleUploadedFile:
    return SimpleUploadedFile("bus.jpg", picture_bytes("jpg"), "image/jpeg")


def test_update_waits_and_then_stands_on_the_site(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, joris: User
) -> None:
    response = client.post(own(rie, "bericht/"), {"tekst": WORDS}, follow=True)
    assert "Het wijkteam kijkt ernaar" in words_of(response)
    assert updates_part(bus)["berichten"] == []
    (one,) = deciding.waiting(joris)
    assert one.is_update

    deciding.approve(one.row.pk, door=joris)

    (shown,) = updates_part(bus)["berichten"]
    assert shown.update.tekst == WORDS
    assert mail.outbox[-1].to == ["rie@voorbeeld.nl"]
    assert deciding.waiting(joris) == []
    with pytest.raises(deciding.DecidedError):
        deciding.refuse(one.row.pk, "Toch niet.", door=joris)


def test_refusal_needs_a_reason_and_tells_it_with_a_way_to_ask_again(
    client: Client, rie: Initiatiefnemer, joris: User
) -> None:
    client.post(own(rie, "bericht/"), {"tekst": WORDS})
    update = Update.objects.get()
    with pytest.raises(ValidationError):
        deciding.refuse(update.pk, " ", door=joris)

    deciding.refuse(update.pk, "Er staat een naam in.", door=joris)

    assert "Er staat een naam in." in mail.outbox[-1].body
    assert "/moderatie/" in mail.outbox[-1].body or "herziening" in mail.outbox[-1].body.lower()
    page = words_of(client.get(own(rie)))
    assert "Niet geplaatst" in page
    assert "Er staat een naam in." in page


def test_of_who_is_trusted_it_stands_there_at_once(
    client: Client, bus: Initiatief, rie: Initiatiefnemer
) -> None:
    deciding.trust(rie.pk, trusted=True)

    response = client.post(own(rie, "bericht/"), {"tekst": WORDS}, follow=True)

    assert "Het staat op de site" in words_of(response)
    assert len(updates_part(bus)["berichten"]) == 1


def test_photo_is_cleaned_and_for_all_only_after_a_look(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, joris: User
) -> None:
    sent = {"tekst": WORDS, "foto": picture()}
    assert "wat er op de foto staat" in words_of(client.post(own(rie, "bericht/"), sent))
    client.post(own(rie, "bericht/"), {**sent, "foto": picture(), "foto_alt": "De bus"})
    update = Update.objects.get()
    assert update.foto_alt == "De bus"
    assert SECRET.encode() not in update.foto.read()
    public = f"/initiatief/foto/{update.code}/"
    assert client.get(public).status_code == 404
    assert client.get(own(rie, f"foto/{update.code}/")).status_code == 200

    deciding.approve(update.pk, door=joris)

    assert client.get(public).status_code == 200
    Initiatief.objects.update(is_live=False)
    assert client.get(public).status_code == 404


def test_the_same_sent_twice_is_one(client: Client, rie: Initiatiefnemer) -> None:
    for _n in range(2):
        client.post(own(rie, "bericht/"), {"tekst": WORDS})

    assert Update.objects.count() == 1


def test_sentence_of_a_step_waits_and_ours_does_not(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, joris: User
) -> None:
    client.post(own(rie, "stand/"), {"naar": "bezig", "zin": "Wij rijden!"})
    bus.refresh_from_db()
    assert bus.staat == Staat.IDEE
    (one,) = deciding.waiting(joris)

    deciding.approve_change(one.row.pk, door=joris)
    bus.refresh_from_db()
    assert bus.staat == Staat.BEZIG
    step = bus.stappen.last()
    assert (step.zin, step.door) == ("Wij rijden!", None)

    client.post(own(rie, "stand/"), {"naar": "klaar", "zin": ""})
    bus.refresh_from_db()
    assert bus.staat == Staat.KLAAR
    assert bus.stappen.last().zin == "De initiatiefnemers laten weten: het is klaar."


def test_move_that_is_not_there_is_said(client: Client, rie: Initiatiefnemer) -> None:
    for naar in ("onzin", "idee", ""):
        response = client.post(own(rie, "stand/"), {"naar": naar, "zin": "x"})
        assert response.status_code == 200, naar
    assert not Wijziging.objects.exists()


def test_what_is_asked_waits_too(client: Client, rie: Initiatiefnemer, joris: User) -> None:
    asked = {"soort": "mensen", "titel": "Chauffeurs", "aantal": "8", "tot": "2099-12-31"}
    for _n in range(2):
        client.post(own(rie, "hulp/"), asked)
    assert not HulpVraag.objects.exists()
    (one,) = deciding.waiting(joris)

    deciding.approve_change(one.row.pk, door=joris)

    made = HulpVraag.objects.get()
    assert (made.titel, made.aantal, made.tot.isoformat()) == ("Chauffeurs", 8, "2099-12-31")


def test_another_ward_has_nothing_to_look_at(
    client: Client, rie: Initiatiefnemer, fatma: User
) -> None:
    client.post(own(rie, "bericht/"), {"tekst": WORDS})
    client.post(own(rie, "stand/"), {"naar": "bezig", "zin": "Wij rijden!"})

    assert deciding.waiting(fatma) == []


def test_looking_changes_nothing_and_links_of_others_open_nothing(
    client: Client, bus: Initiatief, rie: Initiatiefnemer
) -> None:
    before = list(Initiatief.objects.values()), list(Initiatiefnemer.objects.values())
    for rest in ("", "bericht/", "wijzigen/", "stand/", "wie/", "hulp/"):
        assert client.get(own(rie, rest)).status_code == 200, rest
        assert client.head(own(rie, rest)).status_code == 200, rest
    assert before == (list(Initiatief.objects.values()), list(Initiatiefnemer.objects.values()))

    others = [tokens.make(p, rie.code) for p in tokens.PURPOSES if p != tokens.BEHEREN]
    answers = [client.get(f"/initiatief/beheren/{one}/") for one in others]
    assert {one.status_code for one in answers} == {404}
    assert client.get("/initiatief/beheren/kort/hulp/").status_code == 404


def test_who_left_comes_in_no_more(client: Client, rie: Initiatiefnemer) -> None:
    url = own(rie)
    client.post(own(rie, "wie/"), {"actie": "stop"})

    assert client.get(url).status_code == 404
    rie.refresh_from_db()
    assert (rie.name, rie.email) == ("", "")


def test_what_was_merged_goes_on_elsewhere(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, haven: Wijk
) -> None:
    Initiatief.objects.filter(pk=bus.pk).update(
        samengevoegd_in=initiatief(haven, title="Samen rijden")
    )

    assert "Samen rijden" in words_of(client.get(own(rie)))
    client.post(own(rie, "bericht/"), {"tekst": WORDS})
    assert not Update.objects.exists()


def test_own_page_asks_the_same_however_much_there_is(
    client: Client, bus: Initiatief, rie: Initiatiefnemer, django_assert_max_num_queries: Any
) -> None:
    for n in range(8):
        Update.objects.create(
            initiatief=bus, door_initiatiefnemer=rie, tekst=f"{n}", controle=Controle.WACHT
        )
        Wijziging.objects.create(initiatief=bus, door_initiatiefnemer=rie, soort="stap")

    client.get(own(rie))
    with django_assert_max_num_queries(60):
        client.get(own(rie))
    assert InitiatiefPage.objects.count() == 1
