"""What a partner changes about itself waits for a yes of the team, with a task (W6, R-16)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from tests.factories.signalen import partner
from wijkteams.models import Organisatie, Wijk
from wijkteams.organisaties.choosing import shown_in
from wijkteams.organisaties.link import make

pytestmark = pytest.mark.django_db
TYPED = {"contact_email": "wijk@woongoed.example"}
HOME = "wagtailadmin_home"


@pytest.fixture
def row(sluis: Wijk, client: Client) -> Organisatie:
    made = partner(sluis, wat="Wij verhuren huizen.", phone="14 0182")
    return _types(client, made, wat="Koop nu bij ons!", phone="14 0182")


def _types(client: Client, row: Organisatie, **typed: str) -> Organisatie:
    answer = client.post(f"/organisatie/{make(row.code)}/", TYPED | typed)
    assert answer.status_code == 302
    return Organisatie.objects.get(pk=row.pk)


def _screen(row: Organisatie) -> str:
    return reverse("organisatie:voorstel", args=[row.pk])


def _seen(client: Client, row: Organisatie) -> str:
    return str(client.get(_screen(row)).context["seen"])


def test_readers_see_the_old_text_and_the_partner_its_own(
    row: Organisatie, client: Client, sluis: Wijk
) -> None:
    assert [one.wat for one in shown_in(sluis.pk)] == ["Wij verhuren huizen."]
    page = client.get(f"/organisatie/{make(row.code)}/").text
    assert "Koop nu bij ons!" in page
    assert "Het wijkteam leest dat eerst" in page


def test_the_team_sees_a_task_and_another_ward_does_not(
    row: Organisatie, as_fatma: Client, as_joris: Client
) -> None:
    assert _screen(row) in as_fatma.get(reverse(HOME)).text
    assert "Kijk na wat zij aanpasten" in as_fatma.get(reverse("organisatie:index")).text
    assert "Woongoed" not in as_joris.get(reverse(HOME)).text
    assert as_joris.get(_screen(row)).status_code != 200
    assert as_joris.post(_screen(row), {"seen": "x"}).status_code != 200


def test_looking_changes_nothing_and_a_yes_puts_it_on_the_site(
    row: Organisatie, as_fatma: Client, sluis: Wijk
) -> None:
    seen = _seen(as_fatma, row)
    assert shown_in(sluis.pk)[0].wat == "Wij verhuren huizen."
    assert as_fatma.post(_screen(row), {"seen": seen}).status_code == 302
    kept = Organisatie.objects.get()
    assert (kept.wat, kept.phone) == ("Koop nu bij ons!", "14 0182")
    assert (kept.voorstel, kept.voorstel_op) == ({}, None)
    entry = ModelLogEntry.objects.get(action="wijkteams.organisatie.overgenomen")
    assert entry.data == {"velden": ["wat"]}
    assert _screen(row) not in as_fatma.get(reverse(HOME)).text


def test_a_no_needs_a_reason_that_the_contact_reads(row: Organisatie, as_fatma: Client) -> None:
    sent = {"seen": _seen(as_fatma, row), "nee": ""}
    assert as_fatma.post(_screen(row), sent | {"waarom": " "}).status_code == 422
    assert Organisatie.objects.get().voorstel
    assert as_fatma.post(_screen(row), sent | {"waarom": "Dit is reclame."}).status_code == 302
    kept = Organisatie.objects.get()
    assert (kept.wat, kept.voorstel) == ("Wij verhuren huizen.", {})
    assert mail.outbox[-1].to == ["wijk@woongoed.example"]
    assert "Dit is reclame." in mail.outbox[-1].body


def test_nobody_says_yes_to_what_they_did_not_read(
    row: Organisatie, as_fatma: Client, client: Client
) -> None:
    """Rule R-26: the partner typed on while the team looked."""
    seen = _seen(as_fatma, row)
    _types(Client(), row, wat="Iets heel anders.", phone="14 0182")
    answer = as_fatma.post(_screen(row), {"seen": seen})
    assert answer.status_code == 409
    assert "Iets heel anders." in answer.text
    assert Organisatie.objects.get().wat == "Wij verhuren huizen."
    as_fatma.post(_screen(row), {"seen": _seen(as_fatma, row)})
    assert as_fatma.post(_screen(row), {"seen": ""}).status_code == 409
    assert Organisatie.objects.get().wat == "Iets heel anders."


def test_who_types_it_back_withdraws_it(row: Organisatie, client: Client) -> None:
    kept = _types(client, row, wat="Wij verhuren huizen.", phone="14 0182")
    assert (kept.voorstel, kept.voorstel_op) == ({}, None)
