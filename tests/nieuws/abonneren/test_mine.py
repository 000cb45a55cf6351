"""'Mijn nieuwsbrieven', and the page to ask for its link (N5, N6)."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from nieuws.abonneren import links, services
from nieuws.models import Abonnee, Abonnement, Lijst, Rem, Toestemming
from tests.nieuws.abonneren.conftest import Reads

ASK = "/nieuwsbrief/mijn/"


@pytest.fixture
def path(anna: Abonnement) -> str:
    return urlsplit(links.manage_url(anna.abonnee)).path


@pytest.fixture
def both(anna: Abonnement, city_list: Lijst) -> Abonnement:
    """Anna gets the newsletter of the city as well."""
    (other,) = services.ask(anna.abonnee.email, [city_list]).abonnementen
    services.confirm(other.aanvraag)
    return other


def test_the_button_to_stop_comes_first(client: Client, path: str, both: Abonnement) -> None:
    body = client.get(path).content.decode().partition("<main")[2]
    assert body.index("Meld mij af voor alles") < body.index("Nieuwsbrief Havenkwartier")
    client.post(path, {"actie": "alles"})
    assert set(Abonnement.objects.values_list("status", flat=True)) == {"afgemeld"}
    assert "U krijgt nu geen nieuwsbrief" in client.get(path).content.decode()


def test_it_says_no_more_than_who_opens_it_knew(client: Client, path: str) -> None:
    """A mail may be forwarded, and the link with it."""
    body = client.get(path).content.decode()
    assert "a•••@be•••.example" in body
    assert "anna@" not in body
    assert "Anna" not in body


def test_one_of_several_can_be_stopped(client: Client, path: str, both: Abonnement) -> None:
    answer = client.post(path, {"actie": str(both.pk)}, follow=True)
    assert f"U bent afgemeld voor {both.lijst.title}." in answer.content.decode()
    assert Abonnement.objects.active().count() == 1


def test_what_is_of_somebody_else_stays(client: Client, path: str, lijst: Lijst) -> None:
    (bram,) = services.ask("bram@bewoner.example", [lijst]).abonnementen
    services.confirm(bram.aanvraag)
    for action in (str(bram.pk), "9" * 40, "-1", "", "²", "nooit "):
        assert client.post(path, {"actie": action}).status_code == 302
    assert Abonnement.objects.active().count() == 2


def test_no_post_here_makes_consent(client: Client, path: str, anna: Abonnement) -> None:
    """PL4: a form about a profile never says yes for somebody."""
    services.leave(anna)
    before = Toestemming.objects.count()
    for action in ("ja", "aanmelden", str(anna.pk)):
        client.post(path, {"actie": action, "lijst": str(anna.lijst_id)})
    assert Toestemming.objects.count() == before
    assert not Abonnement.objects.active().exists()


def test_who_is_forwarded_a_mail_cannot_close_the_door_for_good(client: Client, path: str) -> None:
    """N10: the link to this page stands in each mail; 'never again' only in one to confirm."""
    client.post(path, {"actie": "nooit"})
    assert Abonnement.objects.active().exists()
    assert not Rem.objects.filter(soort="nooit").exists()
    assert "nooit meer" not in client.get(path).content.decode()


def test_who_gets_no_mail_because_it_came_back_reads_so(client: Client, path: str) -> None:
    Abonnee.objects.update(stand="geschorst", stand_since=timezone.now())
    assert "Onze mail komt bij u niet aan" in client.get(path).content.decode()


def test_a_reader_asks_for_the_link(client: Client, anna: Abonnement, mails: Reads) -> None:
    answer = client.post(ASK, {"email": "ANNA@bewoner.example"}, follow=True)
    assert "Kijk in uw mail" in answer.content.decode()
    (sent,) = mails()
    assert sent["to"] == anna.abonnee.email
    assert "Mijn nieuwsbrieven" in client.get(sent["path"]).content.decode()


def test_the_answer_is_the_same_and_a_stranger_gets_no_mail(
    client: Client, anna: Abonnement, mails: Reads
) -> None:
    known = client.post(ASK, {"email": anna.abonnee.email}, follow=True)
    unknown = client.post(ASK, {"email": "bram@bewoner.example"}, follow=True)
    assert known.content == unknown.content
    assert len(mails()) == 1


def test_who_did_not_confirm_gets_no_link(client: Client, lijst: Lijst, mails: Reads) -> None:
    services.ask("bram@bewoner.example", [lijst])
    client.post(ASK, {"email": "bram@bewoner.example"})
    assert len(mails()) == 1  # the one that asks to confirm


def test_at_most_three_links_a_day(client: Client, anna: Abonnement, mails: Reads) -> None:
    for number in range(8):
        client.post(ASK, {"email": anna.abonnee.email.replace("@", f"{'+' * 0}@"), "n": number})
    assert len(mails()) == 3


def test_a_wrong_address_is_said_beside_the_field(client: Client, anna: Abonnement) -> None:
    body = client.post(ASK, {"email": "anna"}).content.decode()
    assert "Dit is geen e-mailadres." in body
    assert 'value="anna"' in body
