"""What initiators wrote, as the team reads it and decides about it."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.factories import initiatieven as make
from wijkteams.initiatieven.beheren import changing, deciding
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Staat,
    Update,
    Wijziging,
)
from wijkteams.models import Wijk
from wijkteams.moderatie.models import Besluit

pytestmark = pytest.mark.django_db


@pytest.fixture
def nemer(haven: Wijk) -> Initiatiefnemer:
    """Rie, who keeps the shopping bus."""
    return Initiatiefnemer.objects.create(
        initiatief=make.initiatief(haven),
        name="Rie",
        email="rie@voorbeeld.nl",
        bevestigd_op=timezone.now(),
    )


def _told(nemer: Initiatiefnemer) -> Update:
    return Update.objects.create(
        initiatief=nemer.initiatief, tekst="De bus reed.", door_initiatiefnemer=nemer
    )


def _proposed(nemer: Initiatiefnemer, **wanted: str) -> Wijziging:
    page = InitiatiefPage.objects.get()
    found = changing.propose(
        nemer, page, {**changing.values_of(page), **wanted}, changing.values_of(page)
    )
    assert found is not None
    return found


def _url(name: str, row: Any) -> str:
    return reverse(f"initiatieven:{name}", args=[row.initiatief_id, row.pk])


def _screen(client: Client, initiatief: Initiatief) -> str:
    url = reverse("initiatieven:een", args=[initiatief.pk])
    return str(client.get(url).content.decode())


def test_an_update_waits_and_is_put_on_the_site(as_joris: Client, nemer: Initiatiefnemer) -> None:
    update = _told(nemer)
    text = _screen(as_joris, update.initiatief)
    assert "De bus reed." in text
    assert text.index("Wacht op jullie akkoord") < text.index("Volgende stap")
    assert as_joris.post(_url("bericht_ja", update)).status_code == 302
    update.refresh_from_db()
    assert update.controle == Controle.AKKOORD
    assert "Wacht op jullie akkoord" not in _screen(as_joris, update.initiatief)


def test_an_update_is_refused_with_a_reason_for_its_initiator(
    as_joris: Client, nemer: Initiatiefnemer, mailoutbox: list[Any]
) -> None:
    update = _told(nemer)
    as_joris.post(_url("bericht_nee", update), {"grond": "privacy", "reden": " "})
    update.refresh_from_db()
    assert update.controle == Controle.WACHT
    sent = {"grond": "privacy", "reden": "Er staat een naam in."}
    assert as_joris.post(_url("bericht_nee", update), sent).status_code == 302
    update.refresh_from_db()
    assert update.controle == Controle.AFGEWEZEN
    assert Besluit.objects.get().grond == "privacy"
    assert "Er staat een naam in." in mailoutbox[-1].body


def test_of_two_who_decide_the_second_is_told(
    as_joris: Client, fatma: User, nemer: Initiatiefnemer
) -> None:
    update = _told(nemer)
    deciding.refuse(update.pk, "Nee.", door=fatma)
    assert as_joris.post(_url("bericht_ja", update)).status_code == 409
    update.refresh_from_db()
    assert update.controle == Controle.AFGEWEZEN


def test_a_change_is_placed_as_the_team_made_of_it(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    row = _proposed(nemer, summary="Elke zaterdag.")
    page = InitiatiefPage.objects.get()
    text = _screen(as_joris, row.initiatief)
    assert "Elke zaterdag." in text
    assert "Elke vrijdag samen naar de winkel." in text
    sent = {"seen": str(page.latest_revision_id), "veld_summary": "Elke zaterdag om 10 uur."}
    assert as_joris.post(_url("wijziging_ja", row), sent).status_code == 302
    page.refresh_from_db()
    assert page.summary == "Elke zaterdag om 10 uur."


def test_an_edit_of_the_team_meanwhile_shows_both_and_loses_nothing(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    row = _proposed(nemer, summary="Van Rie.")
    page = InitiatiefPage.objects.get()
    before = str(page.latest_revision_id)
    page.summary = "Van het team."
    page.save_revision().publish()
    sent = {"seen": before, "veld_summary": "Van Rie."}
    response = as_joris.post(_url("wijziging_ja", row), sent)
    text = response.content.decode()
    assert response.status_code == 409
    assert "Van Rie." in text
    assert "Van het team." in text
    page.refresh_from_db()
    assert page.summary == "Van het team."
    again = {"seen": str(page.latest_revision_id), "veld_summary": "Van Rie en het team."}
    assert as_joris.post(_url("wijziging_ja", row), again).status_code == 302
    page.refresh_from_db()
    assert page.summary == "Van Rie en het team."


def test_a_step_that_an_initiator_wants_is_taken(as_joris: Client, nemer: Initiatiefnemer) -> None:
    row = Wijziging.objects.create(
        initiatief=nemer.initiatief,
        door_initiatiefnemer=nemer,
        soort=Wijziging.Soort.STAP,
        inhoud={"staat": "bezig", "zin": "Wij rijden."},
    )
    assert "Wij rijden." in _screen(as_joris, row.initiatief)
    assert as_joris.post(_url("wijziging_ja", row)).status_code == 302
    row.initiatief.refresh_from_db()
    assert row.initiatief.staat == Staat.BEZIG


def test_what_waits_with_another_initiative_is_not_reached_from_here(
    as_joris: Client, haven: Wijk, nemer: Initiatiefnemer
) -> None:
    update, row = _told(nemer), _proposed(nemer, summary="Anders.")
    other = make.initiatief(haven, title="Ander")
    for name, one in (("bericht_ja", update), ("bericht_nee", update), ("wijziging_ja", row)):
        url = reverse(f"initiatieven:{name}", args=[other.pk, one.pk])
        assert as_joris.post(url, {"grond": "anders", "reden": "Nee."}).status_code == 404
    update.refresh_from_db()
    assert update.controle == Controle.WACHT


def test_after_looking_again_a_refused_update_waits_for_the_team(
    joris: User, nemer: Initiatiefnemer
) -> None:
    from wijkteams.moderatie.registry import subject_for

    update = deciding.refuse(_told(nemer).pk, "Nee.", door=joris)
    subject = subject_for(update)
    assert subject is not None
    subject.show(update, door=joris)
    update.refresh_from_db()
    assert update.controle == Controle.WACHT


def test_a_reason_that_is_missing_or_too_long_is_asked_beside_its_field(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    update, row = _told(nemer), _proposed(nemer, summary="Anders.")
    long = "Er staan namen in. " * 40
    for name, one in (("bericht_nee", update), ("wijziging_nee", row)):
        response = as_joris.post(_url(name, one), {"grond": "privacy", "reden": long})
        text = response.content.decode()
        assert response.status_code == 422
        # With what was typed, only in the form that was sent.
        assert text.count(long.strip()) == 1
        assert '<option value="privacy" selected>' in text
        assert "<details open>" in text
        one.refresh_from_db()
        assert one.controle == Controle.WACHT


def test_what_the_team_makes_of_a_change_is_checked_and_kept(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    row = _proposed(nemer, title="Bus", summary="Elke zaterdag.")
    page = InitiatiefPage.objects.get()
    sent = {"seen": str(page.latest_revision_id), "veld_title": "", "veld_summary": "Kort " * 90}
    response = as_joris.post(_url("wijziging_ja", row), sent)
    text = response.content.decode()
    assert response.status_code == 422
    assert "Kort Kort Kort" in text
    assert text.count("signalen__fout") == 2
    row.refresh_from_db()
    page.refresh_from_db()
    assert (row.controle, page.title) == (Controle.WACHT, row.was["title"])


def test_what_the_team_made_of_a_change_stays_when_the_page_changed_meanwhile(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    row = _proposed(nemer, summary="Van Rie.")
    page = InitiatiefPage.objects.get()
    before = str(page.latest_revision_id)
    page.summary = "Van het team."
    page.save_revision().publish()
    sent = {"seen": before, "veld_summary": "Van Rie, maar beter."}
    response = as_joris.post(_url("wijziging_ja", row), sent)
    assert response.status_code == 409
    assert ">\nVan Rie, maar beter.</textarea>" in response.content.decode()


def test_that_an_initiator_takes_words_away_is_read_too(
    as_joris: Client, nemer: Initiatiefnemer
) -> None:
    InitiatiefPage.objects.update(waarom="De winkel gaat weg.")
    row = _proposed(nemer, waarom="")
    text = _screen(as_joris, row.initiatief)
    assert "De winkel gaat weg." in text
    assert 'name="veld_waarom"' in text
