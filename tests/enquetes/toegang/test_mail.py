"""Once for each address: a link by mail, and the page says the same to everybody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from core.models import Poging
from enquetes.models import Concept, Deelname, Enquete
from enquetes.toegang.rights import mail_digests, right_of
from enquetes.toegang.services import AlGebruikt, claim
from tests.enquetes.toegang.conftest import Make

ANNA = "anna@bewoner.example"


def _ask(client: Client, enquete: Enquete, email: str = ANNA) -> str:
    response = client.post(f"/enquete/{enquete.code}/", {"email": email}, follow=True)
    return response.content.decode()


def _link() -> str:
    found = re.search(r"https?://\S+/link/\S+", str(mail.outbox[-1].body))
    return urlsplit(found[0]).path if found else ""


def test_the_link_in_the_mail_begins(client: Client, make: Make) -> None:
    enquete = make("mail")

    assert "Kijk in uw mail" in _ask(client, enquete)
    assert mail.outbox[-1].to == [ANNA]
    assert not Deelname.objects.exists()  # who asks leaves nothing

    response = client.post(_link())
    assert response["Location"] == f"/enquete/{enquete.code}/1/"
    assert Deelname.objects.get().used is False


def test_who_answered_gets_the_same_page_and_another_mail(client: Client, make: Make) -> None:
    enquete = make("mail")
    new = _ask(client, enquete, "bram@bewoner.example")
    right_of(enquete, Deelname.Soort.MAIL, mail_digests(enquete, ANNA))
    Deelname.objects.update(used=True)

    known = _ask(client, enquete)

    assert _without_token(known) == _without_token(new)
    assert "al ingevuld" in mail.outbox[-1].subject
    assert not _link()


def _without_token(html: str) -> str:
    return re.sub(r"csrf\w+\W+\w+", "", html)


@pytest.mark.parametrize(
    "email", ["ANNA@bewoner.example", "anna+tweede@bewoner.example", " anna@Bewoner.Example "]
)
def test_the_same_mailbox_answers_once(client: Client, make: Make, email: str) -> None:
    enquete = make("mail")
    _ask(client, enquete)
    client.post(_link())
    claim(enquete, Deelname.objects.get().pk)

    _ask(client, enquete, email)

    assert "al ingevuld" in mail.outbox[-1].subject


def test_another_mailbox_is_somebody_else(make: Make) -> None:
    enquete = make("mail")
    found = {
        mail_digests(enquete, email)[0]
        for email in (ANNA, "an.na@bewoner.example", "anna@elders.example", "hanna@bewoner.example")
    }
    assert len(found) == 4


def test_what_is_no_address_is_said_and_stays(client: Client, make: Make) -> None:
    html = _ask(client, make("mail"), "anna.bewoner")

    assert "Dit is geen e-mailadres" in html
    assert 'value="anna.bewoner"' in html
    assert not mail.outbox


def test_one_mailbox_gets_three_mails_a_day(client: Client, make: Make) -> None:
    enquete = make("mail")

    pages = {_without_token(_ask(client, enquete)) for _time in range(5)}

    assert len(mail.outbox) == 3
    assert len(pages) == 1


def test_what_was_chosen_on_a_poll_is_in_no_mail(client: Client, make: Make) -> None:
    enquete = make("mail")
    versie = enquete.versie
    assert versie is not None
    optie = next(versie.vragenlijst.vragen()).opties[0]

    client.post(f"/enquete/{enquete.code}/", {"email": ANNA, "keuze": optie.id})

    assert optie.id not in str(mail.outbox[-1].message())


def test_no_mail_after_the_closing(client: Client, make: Make) -> None:
    enquete = make("mail")
    Enquete.objects.update(closes_at=timezone.now())

    _ask(client, enquete)

    assert not mail.outbox


def test_a_right_is_used_once(make: Make) -> None:
    enquete = make("mail")
    right = right_of(enquete, Deelname.Soort.MAIL, mail_digests(enquete, ANNA))

    assert claim(enquete, right.pk) == right
    with pytest.raises(AlGebruikt):
        claim(enquete, right.pk)


@pytest.mark.parametrize("pk", [None, 0, 999_999])
def test_no_right_is_no_answer(make: Make, pk: int | None) -> None:
    with pytest.raises(AlGebruikt):
        claim(make("mail"), pk)


def test_a_right_of_another_survey_is_no_right(make: Make) -> None:
    other = make("mail", title="Bomen")
    right = right_of(other, Deelname.Soort.MAIL, mail_digests(other, ANNA))

    with pytest.raises(AlGebruikt):
        claim(make("mail"), right.pk)


def test_an_open_survey_asks_for_no_right(make: Make) -> None:
    assert claim(make(), None) is None


def test_nothing_of_an_address_is_in_the_database(client: Client, make: Make) -> None:
    enquete = make("mail")
    _ask(client, enquete)
    client.post(_link())

    rows = [*Deelname.objects.values(), *Concept.objects.values(), *Poging.objects.values()]

    assert "anna" not in str(rows).lower()
