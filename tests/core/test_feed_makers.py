"""Several apps may make a file with the same name, each for its own pages."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from wagtail.models import Page

from core.feeds import register_feed, registry
from home.models import HomePage


def for_nobody(request: HttpRequest, page: Page) -> None:
    return None


def for_all(request: HttpRequest, page: Page) -> HttpResponse:
    return HttpResponse("mijn")


def test_who_says_none_leaves_it_to_the_next(
    client: Client, hub: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_FEEDS", {})
    assert client.get("/rss.xml").status_code == 404
    for view in (for_nobody, for_nobody):
        register_feed("rss.xml", view)
    assert client.get("/rss.xml").status_code == 404
    register_feed("rss.xml", for_all)

    assert client.get("/rss.xml").content == b"mijn"
    assert registry.feed_views("rss.xml") == [for_nobody, for_all]
