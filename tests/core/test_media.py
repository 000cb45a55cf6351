"""Public files are served by the site itself, and nothing else is."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.test import Client

DRAWING = "kaarten/stad-0123456789abcdef.svg"
RENDITION = "images/9fb16f8287b0c4ab88402.2e16d0ba.fill-640x400.webp"


@pytest.fixture(autouse=True)
def files() -> None:
    for name in (DRAWING, RENDITION, "images/bus.webp"):
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(b"<svg xmlns='http://www.w3.org/2000/svg'/>"))


def test_a_drawing_may_be_kept_for_ever(client: Client, db: None) -> None:
    answer = client.get(f"/media/{DRAWING}")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer["Cache-Control"]
    assert "max-age=31536000" in answer["Cache-Control"]
    assert not answer.cookies


def test_a_browser_keeps_a_picture_but_a_shared_cache_hardly(client: Client, db: None) -> None:
    kept = client.get(f"/media/{RENDITION}")["Cache-Control"]

    assert "max-age=2592000" in kept
    assert "s-maxage=300" in kept


def test_other_files_are_asked_for_again(client: Client, db: None) -> None:
    answer = client.get("/media/images/bus.webp")

    assert "max-age=3600" in answer["Cache-Control"]
    assert "immutable" not in answer["Cache-Control"]
    since = {"If-Modified-Since": answer["Last-Modified"]}
    assert client.get("/media/images/bus.webp", headers=since).status_code == 304


@pytest.mark.parametrize(
    "path",
    ["", "kaarten/", "kaarten", "../db.sqlite3", "..%2fdb.sqlite3", "%2e%2e/private/x", "x%00y",
     "a" * 5000, "/etc/passwd", "kaarten/geen.svg"],
)  # fmt: skip
def test_no_folder_and_nothing_outside_is_shown(client: Client, db: None, path: str) -> None:
    assert client.get(f"/media/{path}", follow=True).status_code == 404


def test_originals_cannot_be_reached(client: Client, db: None) -> None:
    name = storages["private"].save("original_images/huis.jpg", ContentFile(b"secret"))

    for path in (name, f"../private/{name}"):
        assert client.get(f"/media/{path}").status_code == 404


def test_files_are_only_read(client: Client, db: None) -> None:
    assert client.post(f"/media/{DRAWING}").status_code == 405
