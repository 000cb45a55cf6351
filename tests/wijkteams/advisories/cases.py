"""What the advisories of Wagtail of 2026 are about, for the tests beside this file."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news

HIDDEN = "Nog geheim: het badhuis"
"The title of a draft of Havenkwartier."
REFUSED = {302, 403, 404, 405}


def hidden_draft(index: NieuwsIndexPage) -> NieuwsPage:
    """A published item of which the newest title is not published yet."""
    page = news(index, "Het badhuis", slug="badhuis")
    page.title = HIDDEN
    page.save_revision()
    page.refresh_from_db()
    return page


def text_of(response: HttpResponse) -> str:
    """All that an answer says, in headers and body."""
    body = b"".join(response) if response.streaming else response.content  # type: ignore[arg-type]
    return f"{response.headers}{body.decode('utf-8', 'replace')}"


def refuses(client: Client, address: str, data: Any = None, **extra: Any) -> None:
    """Neither reading nor sending opens this, and neither shows the hidden title."""
    for answer in (client.get(address, **extra), client.post(address, data or {}, **extra)):
        assert answer.status_code in REFUSED, (address, answer.status_code)
        assert HIDDEN not in text_of(answer), address


def shows(client: Client, address: str, text: str = HIDDEN) -> None:
    """The ward's own editor gets 200 and the text."""
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    assert text in text_of(answer), address
