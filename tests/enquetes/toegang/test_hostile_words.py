"""What strangers type in the small pages stays text: on pages, in mails and in the CMS (R-23)."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.core import mail
from django.test import Client

from enquetes.models import Panellid
from enquetes.toegang import panel
from tests.enquetes.toegang.conftest import Make
from wijkteams.models import Wijk

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }}{% debug %}",
    "javascript:alert(1)//",
    "</textarea><svg onload=alert(1)>",
    "naam\r\nBcc: ander@kwaad.example",
    "‮gnp.exe‬",
    "0" * 100_000,
)


class _Parts(HTMLParser):
    """The names of elements, and what could run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [name for name, _value in attrs if name.startswith("on")]
        if tag in {"svg", "script"}:
            self.found += [f"{tag} {name}" for name, value in attrs if "alert" in str(value)]


def _runs(html: str) -> list[str]:
    parts = _Parts()
    parts.feed(html)
    return [*parts.found, *(["script"] if "<script>alert" in html else [])]


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize(
    ("toegang", "field"), [("open", "keuze"), ("mail", "email"), ("huiscode", "code")]
)
def test_the_first_page_shows_it_as_text(
    client: Client, make: Make, toegang: str, field: str, word: str
) -> None:
    enquete = make(toegang)
    url = f"/enquete/{enquete.code}/"

    for response in (
        client.post(url, {field: word, "website": "x"}),
        client.get(url, {field: word}),
    ):
        html = response.content.decode()
        assert response.status_code == 200
        assert _runs(html) == []
        assert "14{%" not in html
    assert mail.outbox == []


@pytest.mark.parametrize("word", HOSTILE[:-1])
def test_a_name_is_text_in_the_cms_and_in_no_mail(as_joris: Client, haven: Wijk, word: str) -> None:
    panel.join("anna@bewoner.example", haven, name=word[:100])

    html = as_joris.get("/beheer/enquetes/toegang/panel/").content.decode()

    assert Panellid.objects.get().name == word[:100]
    assert _runs(html) == []
    assert mail.outbox[-1].to == ["anna@bewoner.example"]
    assert "kwaad.example" not in str(mail.outbox[-1].message())


@pytest.mark.parametrize("number", ["123456782", "1234.56.782", "bsn 111222333"])
def test_a_citizen_service_number_is_no_name(client: Client, haven: Wijk, number: str) -> None:
    data = {"email": "anna@bewoner.example", "naam": number}

    html = client.post("/havenkwartier/bewonerspanel/", data).content.decode()

    assert "burgerservicenummer" in html
    assert not Panellid.objects.exists()
