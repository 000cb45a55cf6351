"""R-07: what is not, not yet or no longer public, is found in no way by who is not logged in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import news, photo
from wijkteams.models import OudAdres, Wijk

pytestmark = pytest.mark.django_db

HIDDEN = "Badhuis"


def draft(page: NieuwsPage) -> None:
    page.unpublish()


def expired(page: NieuwsPage) -> None:
    page.expired = True
    page.unpublish()


def scheduled(page: NieuwsPage) -> None:
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save_revision(approved_go_live_at=page.go_live_at)


def closed(page: NieuwsPage) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def below_closed(page: NieuwsPage) -> None:
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")


@pytest.fixture
def page(haven: Wijk, haven_news: NieuwsIndexPage) -> NieuwsPage:
    """A public item with a picture; who looks for it finds it everywhere."""
    OudAdres.objects.create(wijk=haven, slug="oude-haven")
    return news(
        haven_news,
        f"{HIDDEN} gaat open",
        slug="badhuis",
        summary=f"{HIDDEN} kort",
        image=photo(haven, description=f"{HIDDEN} op de foto"),
    )


def surfaces(page: NieuwsPage) -> list[str]:
    """Every place where a page may show."""
    ward = f"/{page.wijk.slug}/"
    return [
        page.url,
        f"{page.url}?preview=1&mode=draft",
        f"/en{page.url}",
        page.url.replace(ward, "/oude-haven/"),
        ward,
        f"{ward}nieuws/",
        f"{ward}nieuws/rss.xml",
        f"{ward}rss.xml",
        "/rss.xml",
        "/nieuws/",
        "/nieuws/rss.xml",
        "/",
        "/sitemap.xml",
        "/sitemap-1.xml",
        f"/zoeken/?q={HIDDEN}",
        "/robots.txt",
        f"/beheer/pages/{page.pk}/view_draft/",
        f"/beheer/pages/{page.pk}/edit/preview/",
        f"/beheer/api/main/pages/{page.pk}/",
        f"/api/v2/pages/{page.pk}/",
    ]


def seen_on(client: Client, page: NieuwsPage) -> list[str]:
    """The places that show the page: its words, or a link to it."""
    cache.clear()
    found = []
    for address in surfaces(page):
        answer = client.get(address, follow=True)
        body = answer.content.decode().replace(f"q={HIDDEN}", "").replace(f'"{HIDDEN}"', "")
        asked = {address, page.url, f"/en{page.url}"} if "badhuis" in address else set()
        for own in asked:
            body = body.replace(own, "")
        if f"{HIDDEN} " in body or "/badhuis/" in body:
            found.append(address)
    return found


def test_public_page_is_seen_in_many_places(client: Client, page: NieuwsPage) -> None:
    assert len(seen_on(client, page)) >= 8, seen_on(client, page)


@pytest.mark.parametrize("hide", [draft, expired, scheduled, closed, below_closed])
def test_hidden_page_is_seen_nowhere(
    client: Client, page: NieuwsPage, hide: Callable[[NieuwsPage], None]
) -> None:
    hide(page)

    assert seen_on(client, page) == []


@pytest.mark.parametrize("hide", [draft, expired, scheduled, closed, below_closed])
def test_its_own_address_refuses(
    client: Client, page: NieuwsPage, hide: Callable[[NieuwsPage], None]
) -> None:
    assert client.get(page.url).status_code == 200

    hide(page)

    answer = client.get(page.url)
    assert answer.status_code in {302, 404}
    assert "og:" not in answer.content.decode() or HIDDEN not in answer.content.decode()
