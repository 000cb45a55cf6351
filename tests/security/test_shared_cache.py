"""A cache between us and the readers, that thinks one address has one answer (R-29)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core import mail
from django.test import Client, override_settings

from accounts.models import User
from core.security.headers import PrivateResponseMiddleware
from tests.security.addresses import Ground

SECRETS = ("Joris", "Concept van Joris", "csrfmiddlewaretoken", "wagtail-userbar", "sessionid")
ODD: tuple[dict[str, str], ...] = (
    {"x-forwarded-host": "kwaad.example"},
    {"x-forwarded-proto": "https", "x-forwarded-port": "666"},
    {"x-forwarded-prefix": "/kwaad", "x-forwarded-scheme": "kwaad"},
    {"x-original-url": "/beheer/", "x-rewrite-url": "/beheer/"},
    {"forwarded": "host=kwaad.example;proto=http"},
    {"x-host": "kwaad.example", "x-forwarded-server": "kwaad.example"},
)


@dataclass
class CarelessCache:
    """Keeps what may be kept, by address only; Vary means nothing to it."""

    kept: dict[str, Any] = field(default_factory=dict)

    def get(self, client: Client, path: str, **options: Any) -> Any:
        """The answer that was kept, or a new one."""
        if path in self.kept:
            return self.kept[path]
        response = client.get(path, **options)
        control = response.headers.get("Cache-Control", "")
        if not re.search(r"no-store|private", control):
            self.kept[path] = response
        return response


def text_of(response: Any) -> str:
    if response.streaming:
        return b"".join(response.streaming_content).decode(errors="replace")
    return str(response.content.decode(errors="replace"))


def leaks(first: Client, ground: Ground) -> list[str]:
    """What an anonymous reader finds after somebody else asked for the same addresses."""
    cache, stranger, found = CarelessCache(), Client(), []
    first.raise_request_exception = stranger.raise_request_exception = False
    paths = [*ground.paths(), "/", "/havenkwartier/", "/zoeken/?q=bus", "/bestaat-niet/", "/x.css"]
    paths += [f"{ground.item.url}page.css", f"{ground.item.url}?preview=1"]
    for path in paths:
        cache.get(first, path)
    for path, response in cache.kept.items():
        text = text_of(response) + str(response.headers) + str(response.cookies)
        found += [f"{path}: {secret}" for secret in SECRETS if secret in text]
        found += [f"{path}: cookie"] if response.cookies else []
    for path in paths:
        text = text_of(stranger.get(path))
        found += [f"{path}: {secret}" for secret in SECRETS[:2] if secret in text]
    return found


def test_a_cache_that_looks_at_nothing_keeps_nothing_of_a_volunteer(
    as_joris: Client, ground: Ground
) -> None:
    assert not leaks(as_joris, ground)


def test_nor_a_form_of_an_anonymous_reader(client: Client, ground: Ground) -> None:
    assert not leaks(client, ground)


def test_without_our_room_the_cache_would_keep_it(
    as_joris: Client, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other way round."""
    monkeypatch.setattr(
        PrivateResponseMiddleware, "__call__", lambda self, request: self.get_response(request)
    )

    assert leaks(as_joris, ground)


@override_settings(WAGTAILADMIN_BASE_URL="https://sluisdam.example")
@pytest.mark.parametrize("odd", ODD)
def test_whole_addresses_come_from_the_configured_base(
    client: Client, ground: Ground, odd: dict[str, str]
) -> None:
    paths = ["/", ground.item.url, "/havenkwartier/nieuws/rss.xml", "/sitemap.xml", "/robots.txt"]
    for path in paths:
        response = client.get(path, headers=odd)

        text = text_of(response) + str(response.headers)
        assert response.status_code == 200, path
        assert "kwaad" not in text, path
        assert "testserver" not in text, path
        assert "beheer" not in text or path == "/robots.txt", path
    assert "https://sluisdam.example" in text_of(client.get(ground.item.url))


@override_settings(WAGTAILADMIN_BASE_URL="https://sluisdam.example")
def test_a_mail_has_the_configured_base_too(client: Client, joris: User) -> None:
    for odd in ODD:
        client.post("/wachtwoord/vergeten/", {"email": joris.email}, headers=odd)

    texts = [message.body for message in mail.outbox]  # type: ignore[attr-defined]
    assert texts
    assert all("https://sluisdam.example/" in text for text in texts), texts
    assert not any("kwaad" in text or "testserver" in text for text in texts)


@pytest.mark.parametrize("host", ["kwaad.example", "testserver.kwaad.example", "testserver@kwaad"])
def test_another_host_is_refused(client: Client, ground: Ground, host: str) -> None:
    for path in ("/", ground.item.url, "/inloggen/", "/beheer/", "/sitemap.xml"):
        response = client.get(path, headers={"host": host})

        assert response.status_code == 400, path
        assert "kwaad" not in text_of(response)
