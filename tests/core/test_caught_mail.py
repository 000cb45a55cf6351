"""The demo shows the mail that it catches; no other site does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings as django_settings
from django.core.mail import EmailMultiAlternatives
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path

import config.urls
from core.mail.caught import caught_mail, caught_mails
from home.models import HomePage

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which mail is caught, and a site that shows it."""
    caught = tmp_path / "post"
    urls = ModuleType("urls_with_mail")
    urls.urlpatterns = [  # type: ignore[attr-defined]
        path("post/", include("core.mail.caught_urls")),
        *config.urls.urlpatterns,
    ]
    with override_settings(
        MAIL_CAUGHT_DIR=caught,
        EMAIL_FILE_PATH=caught,
        EMAIL_BACKEND=FILE_BACKEND,
        ROOT_URLCONF=urls,
    ):
        clear_url_caches()
        yield caught
    clear_url_caches()


def send(subject: str, text: str = "Dag", html: str = "") -> None:
    message = EmailMultiAlternatives(subject, text, to=["buur@sluisdam.example"])
    if html:
        message.attach_alternative(html, "text/html")
    message.send()


def test_mail_is_listed_newest_first(client: Client, hub: HomePage, folder: Path) -> None:
    send("De eerste")
    [first] = folder.iterdir()
    os.utime(first, (1, 1))
    send("De tweede — met é")

    html = client.get("/post/").content.decode()

    assert html.index("De tweede — met é") < html.index("De eerste")
    assert [mail.to for mail in caught_mails(folder)] == ["buur@sluisdam.example"] * 2


def test_link_of_an_invitation_can_be_followed(client: Client, hub: HomePage, folder: Path) -> None:
    link = "http://127.0.0.1:8000/uitnodiging/" + "a" * 90 + "/"
    send("Welkom", f"Doe mee: {link}\n\nTot gauw", html=f'<a href="{link}">Doe mee</a>')
    [mail] = caught_mails(folder)

    html = client.get(f"/post/{mail.name}/").content.decode()

    assert f'href="{link}"' in html
    assert "Tot gauw" in html


def test_mail_is_text_and_nothing_in_it_runs(client: Client, hub: HomePage, folder: Path) -> None:
    send("<script>alert(1)</script>", "<img src=x onerror=alert(1)> javascript:alert(1)")
    [mail] = caught_mails(folder)

    for url in ("/post/", f"/post/{mail.name}/"):
        html = client.get(url).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html


@pytest.mark.parametrize(
    "name", ["../geheim", "..%2Fgeheim", "geheim", "%2e%2e/geheim", "/etc/passwd", "x\x00"]
)
def test_no_name_leads_out_of_the_folder(
    client: Client, hub: HomePage, folder: Path, name: str
) -> None:
    send("Dag")
    (folder.parent / "geheim.log").write_text("Subject: geheim\n\ngeheim")

    assert client.get(f"/post/{name}/").status_code == 404
    assert caught_mail(folder, name) is None


def test_empty_folder_says_so(client: Client, hub: HomePage, folder: Path) -> None:
    assert "nog geen mail" in client.get("/post/").content.decode()


def test_mail_is_kept_by_no_cache(client: Client, hub: HomePage, folder: Path) -> None:
    assert "no-store" in client.get("/post/")["Cache-Control"]


def test_site_that_sends_mail_shows_none(client: Client, hub: HomePage) -> None:
    assert django_settings.MAIL_CAUGHT_DIR is None
    assert client.get("/post/").status_code == 404
