"""What the browser is told: nothing inline, no other host, nothing kept of who logs in."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from nieuws.models import NieuwsIndexPage
from tests.factories import news
from wijkteams.models import Wijk

PUBLIC = [
    "/",
    "/havenkwartier/",
    "/havenkwartier/nieuws/",
    "/havenkwartier/wijkteam/",
    "/wijken/",
    "/zoeken/?q=bus",
    "/privacy/",
    "/bestaat-niet/",
]


@pytest.mark.parametrize("url", [*PUBLIC, "/inloggen/"])
def test_public_policy_allows_nothing_inline_and_no_other_host(
    client: Client, haven: Wijk, url: str
) -> None:
    policy = client.get(url)["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self';" in f"{policy};"
    assert "style-src 'self';" in f"{policy};"
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|nonce|data:|http", policy)


@pytest.mark.parametrize("url", PUBLIC)
def test_public_page_has_nothing_inline_and_no_form_that_posts(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage, url: str
) -> None:
    news(haven_news, "De bus rijdt weer")

    html = client.get(url).content.decode()

    assert not re.search(r"<script(?![^>]*(src=|application/ld\+json))", html)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
    assert not re.search(r'method="post"', html, re.IGNORECASE)
    assert "csrfmiddlewaretoken" not in html
    assert not re.search(r'(src|href)="(https?:)?//(?!testserver)', html)


@pytest.mark.parametrize("url", PUBLIC)
def test_reading_sets_no_cookie(client: Client, haven: Wijk, url: str) -> None:
    assert not client.get(url).cookies


def test_cms_may_use_its_own_inline_scripts_but_no_other_host(as_joris: Client) -> None:
    policy = as_joris.get("/beheer/")["Content-Security-Policy"]

    assert "script-src 'self' 'nonce-" in policy
    assert "unsafe" not in policy.partition("script-src")[2].partition(";")[0]
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy


def test_no_cache_keeps_what_a_volunteer_sees(as_joris: Client) -> None:
    for url in ("/beheer/", "/havenkwartier/"):
        assert "no-store" in as_joris.get(url)["Cache-Control"], url


def test_other_headers(client: Client, haven: Wijk) -> None:
    response = client.get("/havenkwartier/")

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "geolocation=()" in response["Permissions-Policy"]
