from __future__ import annotations

import re
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories.signalen import confidential, signal
from tests.signal_photos import photo_of
from wijkteams.models import Wijk
from wijkteams.moderatie import brakes, tokens
from wijkteams.moderatie.models import Inhoudsmelding
from wijkteams.signalen.models import Klasse, Signaal

pytestmark = pytest.mark.django_db
FILLED = {
    "reden": "privacy",
    "plek": "de tweede zin",
    "uitleg": "Hier staat de naam van mijn buurman.",
    "email": "rosa@lezer.example",
    "name": "Rosa",
    "oprecht": "on",
}


def _form(signaal: Signaal) -> str:
    return f"/melden/signaal/{signaal.code}/"


def _report(client: Client, signaal: Signaal, **more: Any) -> Inhoudsmelding:
    sent = client.post(_form(signaal), FILLED | more)
    assert sent.status_code == 302, sent.text
    return Inhoudsmelding.objects.latest("pk")


def test_the_page_of_a_signal_leads_to_the_form(haven: Wijk, client: Client) -> None:
    signaal = signal(haven)
    assert _form(signaal) in client.get(f"/havenkwartier/signalen/{signaal.code}/").text
    page = client.get(_form(signaal))
    assert page.status_code == 200
    assert "Het is donker bij de school" in page.text
    assert "Inhoudsmelding" not in page.text
    assert not Inhoudsmelding.objects.exists()  # looking changes nothing


def test_a_reader_without_an_account_reports_and_gets_a_receipt(
    haven: Wijk, client: Client
) -> None:
    melding = _report(client, signal(haven))
    assert (melding.wijk, melding.reden, melding.soort) == (haven, "privacy", "signaal")
    (letter,) = mail.outbox
    assert letter.to == ["rosa@lezer.example"]
    assert "mijn buurman" not in letter.body
    (address,) = re.findall(r"/melden/mijn/\S+", letter.body)
    page = Client().get(address)
    assert melding.nummer in page.text
    assert "nog niets besloten" in page.text


def test_nobody_must_say_who_they_are(haven: Wijk, client: Client) -> None:
    sent = client.post(_form(signal(haven)), FILLED | {"email": "", "name": ""}, follow=True)
    assert "wij hebben uw melding" in sent.text
    assert not mail.outbox


def test_what_is_wrong_is_said_and_what_was_typed_stays(haven: Wijk, client: Client) -> None:
    sent = client.post(_form(signal(haven)), {"uitleg": "Zie hier.", "email": "geen adres"})
    assert sent.status_code == 422
    for words in ("Zie hier.", "Kies wat er mis mee is.", "Vink aan dat het klopt"):
        assert words in sent.text
    assert not Inhoudsmelding.objects.exists()


def test_who_fills_in_the_hidden_field_is_stopped(haven: Wijk, client: Client) -> None:
    assert client.post(_form(signal(haven)), FILLED | {"website": "x"}).status_code == 422


def test_a_bsn_is_not_kept(haven: Wijk, client: Client) -> None:
    sent = client.post(_form(signal(haven)), FILLED | {"uitleg": "BSN 111222333"})
    assert sent.status_code == 422
    assert not Inhoudsmelding.objects.exists()


def test_sent_twice_is_one_report(haven: Wijk, client: Client) -> None:
    signaal = signal(haven)
    _report(client, signaal)
    _report(client, signaal)
    assert Inhoudsmelding.objects.count() == 1
    _report(client, signaal, uitleg="En ook een telefoonnummer.")
    assert Inhoudsmelding.objects.count() == 2


def test_of_what_is_not_public_the_form_says_nothing(haven: Wijk, client: Client) -> None:
    hidden, secret = signal(haven, public=False), confidential(haven)
    for address in (_form(hidden), _form(secret), "/melden/signaal/2026-aaaaaa/", "/melden/x/y/"):
        assert client.get(address).status_code == 404
        assert client.post(address, FILLED).status_code == 404


def test_of_a_limited_signal_its_own_words_are_not_shown(haven: Wijk, client: Client) -> None:
    signaal = signal(haven, klasse=Klasse.BEPERKT)
    assert "donker bij de school" not in client.get(_form(signaal)).text
    assert "donker" not in _report(client, signaal).onderwerp


def test_a_photo_is_reported_by_itself(haven: Wijk, client: Client) -> None:
    signaal = signal(haven)
    foto = photo_of(signaal)
    melding = _report(client, signaal, wat=f"signaalfoto:{foto.code}")
    assert (melding.soort, melding.object_id) == ("signaalfoto", foto.pk)
    other = photo_of(signal(haven))
    wrong = client.post(_form(signaal), FILLED | {"wat": f"signaalfoto:{other.code}"})
    assert wrong.status_code == 422


def test_no_mailbox_is_filled(haven: Wijk, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brakes.MAILED, "limit", 2)
    signaal = signal(haven)
    for n in range(4):
        _report(client, signaal, uitleg=f"Reden {n}")
    assert len(mail.outbox) == 2
    assert Inhoudsmelding.objects.count() == 4


def test_a_network_cannot_report_without_end(
    haven: Wijk, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brakes.REPORTED, "limit", 1)
    signaal = signal(haven)
    _report(client, signaal)
    assert client.post(_form(signaal), FILLED | {"uitleg": "Nog een."}).status_code == 429


def test_a_link_for_something_else_opens_nothing(haven: Wijk, client: Client) -> None:
    melding = _report(client, signal(haven))
    wrong = tokens.make(tokens.BESLUIT, melding.code)
    for token in (wrong, melding.code, "x"):
        assert client.get(f"/melden/mijn/{token}/").status_code == 404
    right = tokens.make(tokens.MELDING, melding.code)
    assert client.get(f"/melden/mijn/{right}/").status_code == 200


def test_the_form_is_there_in_another_language(haven: Wijk, joris: User, client: Client) -> None:
    assert client.get("/en" + _form(signal(haven))).status_code == 200
