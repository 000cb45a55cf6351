"""Nothing that was sent runs in somebody's browser: refused in Dutch, or made harmless (R-21)."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.hostile import HOSTILE
from wijkteams.models import Document, Image, Wijk

pytestmark = pytest.mark.django_db

IN_DUTCH = re.compile(
    r"Kies een|Dit soort bestand|geen echt|zit een programma|Dit bestand|nog een zip|"
    r"bestandsnaam|leeg", re.IGNORECASE
)  # fmt: skip
TYPES = {
    "pdf": "application/pdf",
    "txt": "text/plain",
    "csv": "text/csv",
    "zip": "application/zip",
}
Served = tuple[int, dict[str, str], bytes]


def send(browser: Client, ward: Wijk, route: str) -> dict[str, str]:
    """Send them all; what each screen said that did not take its file."""
    refused = {}
    for name, data, kind in HOSTILE:
        # Straight into the form: the test client would not send such names as they are.
        file = SimpleUploadedFile("x", data, kind)
        file._name = name
        post = {"title": f"Proef {len(refused)}", "file": file, "wijk": ward.pk}
        response = browser.post(reverse(route), post)
        assert response.status_code in {200, 302}, name
        if response.status_code == 200:
            refused[name] = response.content.decode()
    return refused


def read(browser: Client, url: str) -> Served:
    response = browser.get(url)
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    return response.status_code, dict(response.headers), body


def test_as_a_photo_it_is_refused_or_drawn_anew(
    as_joris: Client, client: Client, haven: Wijk
) -> None:
    refused = send(as_joris, haven, "wagtailimages:add")

    assert [name for name, screen in refused.items() if not IN_DUTCH.search(screen)] == []
    taken = list(Image.objects.all())
    assert len(taken) + len(refused) == len(HOSTILE)
    assert {"a.svg", "html.jpg", "gif.jpg", "a.jpg.html"} <= set(refused)
    for image in taken:
        assert re.fullmatch(r"originals/[0-9a-f]{32}\.(jpg|png)", image.file.name)
        status, headers, body = read(client, image.get_rendition("width-100|format-jpeg").url)
        assert (status, headers["Content-Type"]) == (200, "image/jpeg")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert b"<script" not in body


def test_as_a_document_it_is_refused_or_a_download_in_a_sandbox(
    as_joris: Client, client: Client, haven: Wijk
) -> None:
    refused = send(as_joris, haven, "wagtaildocs:add")

    assert [name for name, screen in refused.items() if not IN_DUTCH.search(screen)] == []
    taken = list(Document.objects.all())
    assert len(taken) + len(refused) == len(HOSTILE)
    for name in ("js.pdf", "hash.pdf", "packed.pdf", "file.pdf", "run.pdf", "macro4.xlsx"):
        assert "zit een programma" in refused[name], name
    for document in taken:
        assert re.fullmatch(r"documents/[0-9a-f]{32}\.[a-z]{3,4}", document.file.name)
        status, headers, _body = read(client, document.url)
        assert status == 200
        assert headers["Content-Type"].split(";")[0] == TYPES[document.file_extension]
        assert headers["Content-Disposition"].startswith("attachment")
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers.get("Content-Encoding") != "None"
        assert headers["Cache-Control"] in {"no-cache", "private, no-store"}
