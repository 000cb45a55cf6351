"""A heart without an account: it counts once, after a button behind a mailed link (I6)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven import services as writing
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.models import Initiatief, Staat, Steun
from wijkteams.initiatieven.steun import brakes, services
from wijkteams.initiatieven.steun.counting import recount
from wijkteams.models import Postcode, Wijk

pytestmark = pytest.mark.django_db
ANNA = "anna@bewoner.example"


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    Postcode.objects.create(wijk=haven, postcode="5014AB")
    return initiatief(haven)


def form_of(one: Initiatief) -> str:
    return f"/initiatief/{one.translation_key}/steunen/"


def link_in(message: Any, what: str = "steun") -> str:
    match = re.search(rf"/initiatief/{what}/\S+", str(message.body))
    assert match
    return match[0]


def words_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def supported(one: Initiatief) -> tuple[int, int]:
    """All, and those of the ward."""
    one.refresh_from_db()
    return one.aantal_steun, one.aantal_steun_wijk


def confirmed(client: Client, one: Initiatief, email: str = ANNA, **told: str) -> str:
    """Somebody supports it; gives their link."""
    client.post(form_of(one), {"email": email, **told})
    link = link_in(mail.outbox[-1])
    client.post(link, {"actie": "ja"})
    return link


def test_counts_when_they_say_yes_and_not_before(client: Client, bus: Initiatief) -> None:
    response = client.post(form_of(bus), {"email": ANNA}, follow=True)
    assert "Wij sturen u een mail" in words_of(response)
    link = link_in(mail.outbox[0])
    for _n in range(5):
        assert "Ja, ik steun dit" in words_of(client.get(link))  # a scanner changes nothing
    assert supported(bus) == (0, 0)

    for _n in range(2):
        client.post(link, {"actie": "ja"})

    assert supported(bus) == (1, 0)
    assert "Uw steun telt mee" in words_of(client.get(link))


@pytest.mark.parametrize(
    "same",
    ["ANNA.smit@gmail.com", "annasmit+bus@gmail.com", "annasmit@googlemail.com"],
)
def test_an_address_and_its_variants_count_once(client: Client, bus: Initiatief, same: str) -> None:
    confirmed(client, bus, "anna.smit@gmail.com")

    answer = client.post(form_of(bus), {"email": same}, follow=True)

    assert "Wij sturen u een mail" in words_of(answer)  # nobody learns who is known
    assert Steun.objects.count() == 1
    assert "U steunt ‘Boodschappenbus’ al" in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["anna.smit@gmail.com"]  # not to who typed it
    assert supported(bus) == (1, 0)


def test_those_of_the_ward_are_counted_apart_and_no_postcode_is_kept(
    client: Client, bus: Initiatief, sluis: Wijk
) -> None:
    Postcode.objects.create(wijk=sluis, postcode="5015")
    for number, postcode in enumerate(("5014 ab", "5015AA", "")):
        confirmed(client, bus, f"b{number}@bewoner.example", postcode=postcode)

    assert supported(bus) == (3, 1)
    kept = repr(list(Steun.objects.values()))
    assert "5014" not in kept
    assert "5015" not in kept


def test_what_is_typed_wrong_stays_with_a_word_beside_it(client: Client, bus: Initiatief) -> None:
    shown = client.post(form_of(bus), {"email": "anna@", "postcode": "50"})
    assert "Dit is geen e-mailadres." in words_of(shown)
    assert "Dit is geen postcode." in words_of(shown)
    assert client.post(form_of(bus), {"email": ANNA, "postcode": "50\0"}).status_code == 200
    assert "5014AB" in words_of(client.post(form_of(bus), {"email": "x", "postcode": "5014AB"}))
    assert not Steun.objects.exists()
    assert not mail.outbox


def test_trap_is_seen_by_nobody_and_catches_who_fills_it(client: Client, bus: Initiatief) -> None:
    assert client.get(form_of(bus)).content.decode().count('name="website"') == 1

    client.post(form_of(bus), {"email": ANNA, "website": "http://spam.example"})

    assert not Steun.objects.exists()
    assert not mail.outbox


def test_taken_back_nothing_is_left(client: Client, bus: Initiatief) -> None:
    link = confirmed(client, bus)

    answer = client.post(link, {"actie": "stop"})

    assert "U steunt dit niet meer" in words_of(answer)
    assert supported(bus) == (0, 0)
    assert not Steun.objects.exists()
    assert client.get(link).status_code == 404
    confirmed(client, bus)  # and they may change their mind again
    assert supported(bus) == (1, 0)


def test_a_stranger_fills_no_mailbox_and_spoils_no_link(client: Client, bus: Initiatief) -> None:
    for number in range(30):
        client.post(form_of(bus), {"email": f"an.na+{number}@bewoner.example"})

    assert len(mail.outbox) == 3
    client.post(link_in(mail.outbox[-1]), {"actie": "ja"})
    assert supported(bus) == (1, 0)


def test_who_sends_too_much_is_told_when_to_come_back(
    client: Client, bus: Initiatief, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brakes.SENT_FROM, "allows_one_more", lambda request: False, raising=False)

    answer = client.post(form_of(bus), {"email": ANNA})

    assert answer.status_code == 429
    assert not mail.outbox


def test_a_link_of_another_purpose_or_too_old_opens_nothing(
    client: Client, bus: Initiatief
) -> None:
    client.post(form_of(bus), {"email": ANNA})
    row = Steun.objects.get()
    other = tokens.make(tokens.VOLGEN, row.code)
    assert client.post(f"/initiatief/steun/{other}/", {"actie": "ja"}).status_code == 404

    Steun.objects.update(created_at=row.created_at - services.TO_CONFIRM)
    assert client.post(link_in(mail.outbox[0]), {"actie": "ja"}).status_code == 404
    assert supported(bus) == (0, 0)


def test_what_is_over_cannot_be_supported(client: Client, bus: Initiatief, haven: Wijk) -> None:
    writing.step(bus.pk, Staat.GESTOPT, "Er waren te weinig mensen.")
    for answer in (client.get(form_of(bus)), client.post(form_of(bus), {"email": ANNA})):
        assert answer.status_code == 410
        assert "niet meer steunen" in words_of(answer)

    source, into = initiatief(haven, title="Busje"), initiatief(haven, title="Grote bus")
    Initiatief.objects.filter(pk=source.pk).update(samengevoegd_in=into)
    answer = client.get(form_of(source))
    assert answer.status_code == 410
    assert "Grote bus" in words_of(answer)

    Initiatief.objects.filter(pk=into.pk).update(is_live=False)
    assert client.get(form_of(into)).status_code == 404
    assert not Steun.objects.exists()


def test_page_shows_the_numbers_and_the_ways_and_follows_at_once(
    client: Client, bus: Initiatief
) -> None:
    address = "/havenkwartier/initiatieven/boodschappenbus/"
    assert "Wilt u de eerste zijn?" in words_of(client.get(address))

    confirmed(client, bus, postcode="5014AB")

    shown = words_of(client.get(address))
    assert "1 buur uit de wijk" in shown
    assert f'href="{form_of(bus)}"' in shown
    assert f'href="/initiatief/{bus.translation_key}/volgen/"' in shown
    writing.step(bus.pk, Staat.KLAAR, "Hij rijdt.")
    shown = words_of(client.get(address))
    assert "1 buur uit de wijk" in shown
    assert form_of(bus) not in shown


def test_counting_anew_says_the_same_and_only_what_changed_is_told(
    client: Client, bus: Initiatief, django_assert_max_num_queries: Any
) -> None:
    confirmed(client, bus)
    Initiatief.objects.filter(pk=bus.pk).update(aantal_steun=7)
    recount(bus.pk)
    assert supported(bus) == (1, 0)

    with django_assert_max_num_queries(5) as done:
        recount(bus.pk)
    # Holding the row is "SELECT … FOR UPDATE" on PostgreSQL; writing begins with the word.
    assert not [one for one in done.captured_queries if one["sql"].startswith("UPDATE")]


def test_mail_is_in_the_language_of_the_form(client: Client, bus: Initiatief) -> None:
    client.post(f"/en{form_of(bus)}", {"email": ANNA})

    assert "/en/initiatief/steun/" in mail.outbox[0].body
