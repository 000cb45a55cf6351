"""Somebody offers help without an account, and is counted when they say yes by mail (I7)."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from tests.factories.initiatieven import initiatief, initiator, need
from wijkteams.initiatieven import services, tokens
from wijkteams.initiatieven.doors import WRONG_LINKS
from wijkteams.initiatieven.hulp import asking
from wijkteams.initiatieven.hulp import services as helping
from wijkteams.initiatieven.hulp.counting import found
from wijkteams.initiatieven.hulp.part import help_part
from wijkteams.initiatieven.models import HulpAanbod, HulpVraag, Initiatief, Nodig, Staat
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
ANNA = {
    "name": "Anna Smit",
    "email": "anna@bewoner.example",
    "phone": "",
    "bericht": "Ik rijd graag",
}


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven)


@pytest.fixture
def drivers(bus: Initiatief) -> HulpVraag:
    return need(bus, aantal=2)


def url_of(vraag: HulpVraag) -> str:
    return f"/initiatief/{vraag.initiatief.translation_key}/helpen/{vraag.code}/"


def test_of_two_ways_to_reach_somebody_none_is_called_optional(
    client: Client, drivers: HulpVraag
) -> None:
    html = client.get(url_of(drivers)).content.decode()
    ways = html.partition("Uw e-mailadres")[2].partition('name="phone"')[0]
    assert "niet verplicht" not in ways
    assert "Vul uw e-mailadres of uw telefoonnummer in." in ways


def link_in(message: Any) -> str:
    match = re.search(r"/initiatief/hulp/\S+", message.body)
    assert match
    return match[0]


def words_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


def told(**other: Any) -> dict[str, Any]:
    return {**ANNA, "aantal": 1, **other}


def test_counts_when_they_say_yes_and_not_before(client: Client, drivers: HulpVraag) -> None:
    response = client.post(url_of(drivers), ANNA, follow=True)
    assert "Wij stuurden u een mail" in words_of(response)
    assert found(drivers) == 0

    link = link_in(mail.outbox[0])
    for _n in range(5):
        assert "Ja, ik help mee" in words_of(client.get(link))  # a scanner changes nothing
    assert found(drivers) == 0

    for _n in range(2):
        client.post(link, {"actie": "ja"})
    assert found(drivers) == 1
    (shown,) = help_part(drivers.initiatief)["gevraagd"]
    assert shown.words == "1 van 2 gevonden"
    assert "nemen contact met u op" in words_of(client.get(link))


def test_one_person_has_one_place_however_it_is_typed(client: Client, drivers: HulpVraag) -> None:
    client.post(url_of(drivers), ANNA)
    client.post(link_in(mail.outbox[0]), {"actie": "ja"})

    for email in ("ANNA@bewoner.example", "an.na+bus@bewoner.example"):
        response = client.post(url_of(drivers), {**ANNA, "email": email}, follow=True)
        assert "Wij stuurden u een mail" in words_of(response)  # nobody learns who is on the list

    assert HulpAanbod.objects.count() == 1
    assert found(drivers) == 1
    assert "U helpt al mee" in mail.outbox[-1].body


def test_who_sends_it_again_says_yes_to_the_last_words_only(
    client: Client, drivers: HulpVraag
) -> None:
    client.post(url_of(drivers), ANNA)
    client.post(url_of(drivers), {**ANNA, "bericht": "Iets anders"})

    old, new = (link_in(one) for one in mail.outbox)
    assert client.get(old).status_code == 404
    client.post(new, {"actie": "ja"})
    assert HulpAanbod.objects.get().bericht == "Iets anders"


def test_mail_says_nothing_that_a_stranger_typed(client: Client, drivers: HulpVraag) -> None:
    client.post(url_of(drivers), {**ANNA, "name": "koop-nu", "bericht": "http://spam.example"})

    said = mail.outbox[0].subject + mail.outbox[0].body + str(mail.outbox[0].alternatives)
    assert "koop-nu" not in said
    assert "spam.example" not in said


def test_initiator_hears_of_it_and_reads_who_on_their_page(
    client: Client, drivers: HulpVraag
) -> None:
    initiator(drivers.initiatief)
    client.post(url_of(drivers), {**ANNA, "phone": "06 12 34 56 78"})
    assert [one.to for one in mail.outbox] == [["anna@bewoner.example"]]

    client.post(link_in(mail.outbox[0]), {"actie": "ja"})

    sent = mail.outbox[-1]
    assert sent.to == ["rie@voorbeeld.nl"]
    assert "Anna" not in sent.body
    match = re.search(r"/initiatief/beheren/\S+", sent.body)
    assert match
    page = words_of(client.get(match[0]))
    assert "Anna Smit" in page
    assert "0612345678" in page
    assert "Ik rijd graag" in page


def test_without_mail_somebody_calls_and_then_it_counts(client: Client, drivers: HulpVraag) -> None:
    nemer = initiator(drivers.initiatief)
    response = client.post(
        url_of(drivers), {**ANNA, "email": "", "phone": "0612345678"}, follow=True
    )
    assert "U wordt gebeld" in words_of(response)
    assert found(drivers) == 0

    own = f"/initiatief/beheren/{tokens.make(tokens.BEHEREN, nemer.code)}/hulp/{drivers.code}/"
    assert "Bel om het af te spreken" in words_of(client.get(own))
    client.post(own, {"actie": "ja", "aanbod": HulpAanbod.objects.get().pk})
    assert found(drivers) == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "", "phone": ""}, "Vul uw e-mailadres of uw telefoonnummer in."),
        ({"email": "geen-adres"}, "Dit is geen e-mailadres."),
        ({"aantal": "500"}, "Vul hooguit 20 in."),
        ({"aantal": "veel"}, "Vul een getal in"),
        ({"name": ""}, "Vul uw naam in."),
        ({"bericht": "mijn bsn is 111222333"}, "burgerservicenummer"),
        ({"website": "http://bot.example"}, "Er ging iets mis."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, drivers: HulpVraag, wrong: dict[str, str], said: str
) -> None:
    body = words_of(client.post(url_of(drivers), {**ANNA, "name": "Anna Smit", **wrong}))

    assert said in body
    assert not HulpAanbod.objects.exists()
    assert not mail.outbox


def test_offer_after_closing_gets_a_clear_page(client: Client, drivers: HulpVraag) -> None:
    client.post(url_of(drivers), ANNA)
    asking.close(drivers)

    for response in (client.get(url_of(drivers)), client.post(url_of(drivers), ANNA)):
        assert response.status_code == 410
        assert "niet meer nodig" in words_of(response)
    link = link_in(mail.outbox[0])
    client.post(link, {"actie": "ja"})
    assert "Uw hulp is niet meer nodig" in words_of(client.get(link))
    kept = HulpAanbod.objects.get()
    assert (kept.name, kept.email, kept.bericht) == ("", "", "")


def test_when_all_are_found_nobody_more_is_asked(client: Client, drivers: HulpVraag) -> None:
    asking.numbers(drivers, aantal=2, elders_gevonden=2)

    assert client.get(url_of(drivers)).status_code == 410
    drivers.initiatief.refresh_from_db()
    assert not drivers.initiatief.zoekt_hulp


def test_what_ended_asks_for_nothing_and_thanks_who_helped(
    client: Client, drivers: HulpVraag
) -> None:
    client.post(url_of(drivers), ANNA)
    client.post(link_in(mail.outbox[0]), {"actie": "ja"})
    bus = drivers.initiatief
    bus.refresh_from_db()
    assert bus.zoekt_hulp

    services.step(bus.pk, Staat.GESTOPT, "Er waren te weinig chauffeurs.")

    bus.refresh_from_db()
    assert not bus.zoekt_hulp
    assert client.get(url_of(drivers)).status_code == 410
    assert mail.outbox[-1].to == ["anna@bewoner.example"]
    assert "Er waren te weinig chauffeurs." in mail.outbox[-1].body


def test_of_what_is_not_on_the_site_nothing_is_told(client: Client, drivers: HulpVraag) -> None:
    Initiatief.objects.update(is_live=False)
    other = f"/initiatief/00000000-0000-4000-8000-000000000000/helpen/{drivers.code}/"

    assert client.get(url_of(drivers)).status_code == 404
    assert client.post(url_of(drivers), ANNA).status_code == 404
    assert client.get(other).status_code == 404


def test_who_stops_is_forgotten_at_once(client: Client, drivers: HulpVraag) -> None:
    initiator(drivers.initiatief)
    client.post(url_of(drivers), ANNA)
    link = link_in(mail.outbox[0])
    client.post(link, {"actie": "ja"})

    client.post(link, {"actie": "stop"})

    kept = HulpAanbod.objects.get()
    assert (kept.name, kept.email, kept.phone, kept.bericht) == ("", "", "", "")
    assert found(drivers) == 0
    assert "U helpt niet meer mee" in words_of(client.get(link))
    assert "kan niet meer helpen" in mail.outbox[-1].body
    client.post(url_of(drivers), ANNA)  # and may come back
    assert HulpAanbod.objects.filter(email="anna@bewoner.example").exists()


def test_money_is_counted_in_euros(client: Client, bus: Initiatief) -> None:
    benzine = need(bus, soort=Nodig.GELD, titel="Benzine", aantal=1500)
    client.post(url_of(benzine), {**ANNA, "aantal": "1200"})
    client.post(link_in(mail.outbox[0]), {"actie": "ja"})

    (shown,) = help_part(bus)["gevraagd"]
    assert shown.words == "€ 1.200 van € 1.500 gevonden"


def test_wrong_links_open_nothing_and_are_counted(client: Client, drivers: HulpVraag) -> None:
    row = helping.offer(drivers.pk, told(), [], language="nl")
    wrong = [tokens.make(p, row.code) for p in tokens.PURPOSES if p != tokens.HULP]
    wrong += [row.code, tokens.make(tokens.HULP, "0" * 32)]

    answers = [client.post(f"/initiatief/hulp/{token}/", {"actie": "ja"}) for token in wrong]

    assert {one.status_code for one in answers} == {404}
    assert len({one.content for one in answers}) == 1
    assert found(drivers) == 0
    for _n in range(WRONG_LINKS.limit):
        client.get("/initiatief/hulp/onzin/")
    good = tokens.make(tokens.HULP, row.code)
    assert client.get(f"/initiatief/hulp/{good}/").status_code == 429


def test_many_needs_cost_no_more_questions(bus: Initiatief, django_assert_num_queries: Any) -> None:
    for _n in range(6):
        helping.offer(need(bus).pk, told(), [], language="nl")

    with django_assert_num_queries(2):
        assert len(help_part(bus)["gevraagd"]) == 6
