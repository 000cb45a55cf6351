"""The demo shows the mail that it catches, to who is logged in; no other site does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from types import ModuleType

import pytest
from django.conf import settings as django_settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.test import Client, override_settings
from django.urls import clear_url_caches, include, path
from django.views.generic import RedirectView

import config.urls
from core.mail.caught import CaughtMail, caught_mail, caught_mails
from home.models import HomePage
from tests.html_check import problems_of

FILE_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
ROOM = "/beheer/uitgaande-mail/"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in which mail is caught, and a site that shows it."""
    caught = tmp_path / "post"
    urls = ModuleType("urls_with_mail")
    urls.urlpatterns = [  # type: ignore[attr-defined]
        path("beheer/uitgaande-mail/", include("core.mail.caught.urls")),
        path("post/", RedirectView.as_view(url=ROOM)),
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


def made(subject: str, text: str = "Dag", html: str = "", to: str = "") -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(subject, text, to=[to or "buur@sluisdam.example"])
    if html:
        message.attach_alternative(html, "text/html")
    return message


def send(subject: str, text: str = "Dag", html: str = "") -> None:
    made(subject, text, html).send()


def the_mail(folder: Path) -> CaughtMail:
    [found] = caught_mails(folder)
    return found


def test_mail_is_listed_newest_first(as_joris: Client, folder: Path) -> None:
    send("De eerste")
    [first] = folder.iterdir()
    os.utime(first, (1, 1))
    send("De tweede — met é")

    html = as_joris.get(ROOM).content.decode()

    assert html.index("De tweede — met é") < html.index("De eerste")
    assert [mail.to for mail in caught_mails(folder)] == ["buur@sluisdam.example"] * 2


def test_all_mails_of_one_connection_are_there(as_joris: Client, folder: Path) -> None:
    """Newsletters go by a hundred at a time: the file backend puts them in one file."""
    get_connection().send_messages([made("Nieuws", to=f"lezer{n}@x.example") for n in range(60)])
    assert len(list(folder.iterdir())) == 1

    first, second = (as_joris.get(f"{ROOM}?p={page}").content.decode() for page in (1, 2))

    assert "lezer59@x.example" in first
    assert "lezer9@x.example" not in first
    assert "lezer9@x.example" in second
    assert "Pagina 2 van 2" in second
    names = {mail.name for mail in caught_mails(folder)}
    assert len(names) == 60
    for mail in caught_mails(folder)[:3]:
        again = caught_mail(folder, mail.name)
        assert again is not None
        assert again.to == mail.to


def test_one_can_search_for_an_address_or_a_word(as_joris: Client, folder: Path) -> None:
    get_connection().send_messages([made("Eén", to="a@x.example"), made("Twee", to="b@x.example")])

    assert [mail.subject for mail in caught_mails(folder, "eén")] == ["Eén"]
    html = as_joris.get(ROOM, {"q": "b@x"}).content.decode()
    assert "Twee" in html
    assert "Eén" not in html
    assert "geen mail met dit woord" in as_joris.get(ROOM, {"q": "drie"}).content.decode()


def test_link_of_an_invitation_can_be_followed(as_joris: Client, folder: Path) -> None:
    link = "http://127.0.0.1:8000/uitnodiging/" + "a" * 90 + "/"
    send("Welkom", f"Doe mee: {link}\n\nTot gauw", html=f'<a href="{link}">Doe nu mee</a>')

    html = as_joris.get(f"{ROOM}{the_mail(folder).name}/").content.decode()

    assert f'<a href="{link}" rel="noreferrer">Doe nu mee</a>' in html
    assert html.count(link) == 2  # as a link, and to be read


def test_mail_is_shown_as_html_as_text_and_as_source(as_joris: Client, folder: Path) -> None:
    send("Dag é", "Platte tekst https://x.example/a", html="<html><head></head><p>Opgemaakt</p>")
    address = f"{ROOM}{the_mail(folder).name}/"

    shown = as_joris.get(address).content.decode()
    text = as_joris.get(f"{address}?als=tekst").content.decode()
    source = as_joris.get(f"{address}?als=bron").content.decode()

    assert f'src="{address}html/"' in shown
    assert "<p>Opgemaakt" not in shown
    assert "Platte tekst" in text
    assert 'href="https://x.example/a"' in text
    assert "multipart/alternative" in source
    for page in (shown, text, source, as_joris.get(ROOM).content.decode()):
        assert not problems_of(page)


def test_mail_without_html_is_shown_as_text(as_joris: Client, folder: Path) -> None:
    send("Dag", "Alleen tekst")

    html = as_joris.get(f"{ROOM}{the_mail(folder).name}/?als=html").content.decode()

    assert "Alleen tekst" in html
    assert "<iframe" not in html


def test_nothing_in_a_mail_runs(as_joris: Client, folder: Path) -> None:
    bad = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    send(bad, f"{bad} javascript:alert(1)", html=f'<head></head>{bad}<a href="javascript:x">a</a>')
    address = f"{ROOM}{the_mail(folder).name}/"

    for url in (ROOM, address, f"{address}?als=tekst", f"{address}?als=bron"):
        html = as_joris.get(url).content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html
    frame = as_joris.get(f"{address}html/")
    policy = frame["Content-Security-Policy"]
    assert "script-src 'none'" in policy
    assert "sandbox allow-popups allow-popups-to-escape-sandbox" in policy
    assert "allow-scripts" not in policy
    assert frame["X-Frame-Options"] == "SAMEORIGIN"
    assert '<head><base target="_blank">' in frame.content.decode()


def test_the_file_is_the_mail_byte_for_byte(as_joris: Client, folder: Path) -> None:
    send("Dag", "Tekst", html="<p>é</p>")

    answer = as_joris.get(f"{ROOM}{the_mail(folder).name}/eml/")

    assert answer.content == the_mail(folder).raw
    assert message_from_bytes(answer.content)["Subject"] == "Dag"
    assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    "name",
    ["../geheim-1", "..%2Fgeheim-1", "geheim-1", "%2e%2e/geheim-1", "/etc/passwd", "x\x00", "x-²"],
)
def test_no_name_leads_out_of_the_folder(as_joris: Client, folder: Path, name: str) -> None:
    send("Dag")
    (folder.parent / "geheim.log").write_text("Subject: geheim\n\ngeheim")

    assert as_joris.get(f"{ROOM}{name}/").status_code == 404
    assert caught_mail(folder, name) is None


@pytest.mark.parametrize("number", ["0", "2", "-1", "99999999999999999999", "een", ""])
def test_a_mail_that_is_not_there_is_not_found(folder: Path, number: str) -> None:
    send("Dag")
    stem = the_mail(folder).name.rpartition("-")[0]

    assert caught_mail(folder, f"{stem}-{number}") is None
    assert caught_mail(folder, f"{stem}-1") is not None


def test_empty_folder_says_so(as_joris: Client, folder: Path) -> None:
    assert "nog geen mail" in as_joris.get(ROOM).content.decode()


def test_mail_is_kept_by_no_cache(as_joris: Client, folder: Path) -> None:
    assert "no-store" in as_joris.get(ROOM)["Cache-Control"]


def test_who_is_not_logged_in_sees_no_mail(client: Client, hub: HomePage, folder: Path) -> None:
    send("Geheim")
    name = the_mail(folder).name

    for address in (ROOM, f"{ROOM}{name}/", f"{ROOM}{name}/html/", f"{ROOM}{name}/eml/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/inloggen/")


def test_the_address_of_before_leads_there(as_joris: Client, folder: Path) -> None:
    assert as_joris.get("/post/")["Location"] == ROOM
    assert ROOM in as_joris.get("/beheer/").content.decode()  # and so does the menu


def test_site_that_sends_mail_shows_none(as_joris: Client) -> None:
    assert django_settings.MAIL_CAUGHT_DIR is None
    assert as_joris.get(ROOM).status_code == 404
    assert as_joris.get("/post/").status_code == 404
    assert ROOM not in as_joris.get("/beheer/").content.decode()
