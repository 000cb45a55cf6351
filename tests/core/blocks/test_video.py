"""A film: nothing is asked of another site before the click, and only known sites are framed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks import VideoBlock
from core.blocks.video_services import recognise
from tests.core.blocks.stories import block, image, page
from tests.test_project import ROOT
from wijkteams.models import Wijk

YOUTUBE = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1&rel=0"
VIMEO = "https://player.vimeo.com/video/76979871?autoplay=1&dnt=1"
PEERTUBE = "https://framatube.org/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d"

KNOWN = [
    ("https://www.youtube.com/watch?v=aqz-KE-bpKQ", YOUTUBE),
    ("https://www.youtube.com/watch?list=x&v=aqz-KE-bpKQ&t=10s", YOUTUBE),
    ("https://m.youtube.com/watch?v=aqz-KE-bpKQ", YOUTUBE),
    ("http://youtu.be/aqz-KE-bpKQ?si=abc", YOUTUBE),
    ("https://www.youtube.com/shorts/aqz-KE-bpKQ", YOUTUBE),
    ("https://www.youtube.com/live/aqz-KE-bpKQ?x=1", YOUTUBE),
    ("https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ", YOUTUBE),
    ("https://vimeo.com/76979871", VIMEO),
    ("https://player.vimeo.com/video/76979871", VIMEO),
    ("https://vimeo.com/76979871/8272103f6e", f"{VIMEO}&h=8272103f6e"),
    (PEERTUBE.replace("embed", "watch"), f"{PEERTUBE}?autoplay=1&p2p=0"),
    (
        "https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv",
        "https://framatube.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?autoplay=1&p2p=0",
    ),
]
UNKNOWN = [
    "",
    "https://www.youtube.com/",
    "https://www.youtube.com/@kanaal",
    "https://www.youtube.com/watch?v=kort",
    'https://www.youtube.com/watch?v=aqz-KE-bp"K',
    "https://youtu.be/../../x",
    "https://youtube.com.elders.example/watch?v=aqz-KE-bpKQ",
    "https://elders.example/?youtube.com/watch?v=aqz-KE-bpKQ",
    "https://youtube.com@elders.example/watch?v=aqz-KE-bpKQ",
    "https://vimeo.com/mensen",
    "https://peertube.elders.example/w/kkGMgK9ZtnKfYAgnEtQxbv",
    "javascript:alert(1)//youtube.com/watch?v=aqz-KE-bpKQ",
    "https://[kapot",
]


def film(**fields: object) -> dict[str, object]:
    value = {"title": "Rondleiding", "url": KNOWN[0][0], "image": image(None), "transcript": ""}
    return block("video", **{**value, **fields})


@pytest.mark.parametrize(("address", "player"), KNOWN)
def test_addresses_of_known_sites_are_recognised(address: str, player: str) -> None:
    found = recognise(address)

    assert found is not None
    assert found.player_url == player
    assert player.startswith(f"{found.origin}/")


@pytest.mark.parametrize("address", UNKNOWN)
def test_no_other_address_is_taken_for_a_film(address: str) -> None:
    assert recognise(address) is None


def test_which_peertube_servers_are_known_is_a_setting(settings: Any) -> None:
    settings.VIDEO_PEERTUBE_HOSTS = ["films.sluisdam.example"]

    assert recognise("https://films.sluisdam.example/w/kkGMgK9ZtnKfYAgnEtQxbv") is not None
    assert recognise("https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv") is None


def test_an_unknown_address_is_refused_with_what_does_work() -> None:
    video = VideoBlock()
    value = video.normalize({"title": "Film", "url": "https://elders.example/x"})

    with pytest.raises(StructBlockValidationError) as error:
        video.clean(value)

    message = str(error.value.block_errors["url"])
    assert "https://youtu.be/" in message
    assert "framatube.org" in message


def test_nothing_of_another_site_is_in_the_page_but_a_link_with_its_name(
    client: Client, haven: Wijk
) -> None:
    html = client.get(page(haven, film()).url).content.decode()

    assert not re.search(r'(?:src|srcset|poster)="(?:https?:)?//', html)
    assert "<iframe" not in html
    assert re.search(r'<a [^>]*href="https://www.youtube.com/watch\?v=aqz-KE-bpKQ"', html)
    assert "Bekijk op YouTube" in html


def test_only_a_page_with_a_film_may_frame_and_only_its_own_site(
    client: Client, haven: Wijk
) -> None:
    with_film = client.get(page(haven, film()).url)["Content-Security-Policy"]
    without = client.get("/havenkwartier/")["Content-Security-Policy"]

    assert "frame-src https://www.youtube-nocookie.com" in with_film
    assert "vimeo" not in with_film
    assert "script-src 'self'" in with_film
    assert "frame-src" not in without


def test_the_script_is_small_and_stands_only_where_a_film_is(client: Client, haven: Wijk) -> None:
    script = ROOT / "static" / "js" / "video.js"

    assert script.stat().st_size < 1500
    assert "video.js" in client.get(page(haven, film()).url).content.decode()
    assert "video.js" not in client.get("/havenkwartier/").content.decode()


def test_a_film_of_a_site_that_is_known_no_more_becomes_a_link(
    client: Client, haven: Wijk, settings: Any
) -> None:
    settings.VIDEO_PEERTUBE_HOSTS = []
    story = page(haven, film(url="https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv"))

    response = client.get(story.url)

    html = response.content.decode()
    assert '<a href="https://framatube.org/w/kkGMgK9ZtnKfYAgnEtQxbv">Rondleiding</a>' in html
    assert "data-video" not in html
    assert "frame-src" not in response["Content-Security-Policy"]
