"""Leaving: by one click of a mail program, or by the button on the page (N5, N10, RFC 8058)."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from nieuws.abonneren import links, services, tokens
from nieuws.models import Abonnement, Editie, Lijst, Toestemming, Zending

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def path(anna: Abonnement) -> str:
    """The address in Anna's mail and in its header."""
    return urlsplit(links.leave_url(anna)).path


def test_one_click_without_cookie_or_token(anna: Abonnement, path: str) -> None:
    program = Client(enforce_csrf_checks=True)
    first = program.post(path, ONE_CLICK)
    second = program.post(path, ONE_CLICK)

    assert (first.status_code, second.status_code) == (200, 200)
    assert first.content == second.content
    assert not first.cookies
    anna.refresh_from_db()
    assert anna.status == "afgemeld"
    events = Toestemming.objects.filter(soort="afgemeld")
    assert [event.kanaal for event in events] == ["mail"]


def test_one_click_as_mail_programs_write_it(anna: Abonnement, path: str) -> None:
    """RFC 8058 §3.2 allows both ways to write a form."""
    program = Client()
    kind = "application/x-www-form-urlencoded"
    answer = program.post(path, b"List-Unsubscribe=One-Click", content_type=kind)
    assert answer.status_code == 200
    anna.refresh_from_db()
    assert anna.status == "afgemeld"


def test_the_page_asks_first_and_warns_who_was_forwarded_the_mail(
    client: Client, anna: Abonnement, path: str
) -> None:
    body = client.get(path).content.decode()
    assert "Wilt u stoppen met Nieuwsbrief Havenkwartier?" in body
    assert "Kreeg u deze mail van iemand anders?" in body
    assert "/havenkwartier/nieuwsbrief/aanmelden/" in body
    assert anna.abonnee.email not in body
    assert anna.name not in body

    shown = client.post(path, follow=True).content.decode()
    assert "U bent afgemeld" in shown
    anna.refresh_from_db()
    assert anna.status == "afgemeld"


def test_only_that_list_is_left(client: Client, anna: Abonnement, city_list: Lijst) -> None:
    (other,) = services.ask(anna.abonnee.email, [city_list]).abonnementen
    services.confirm(other.aanvraag)
    client.post(urlsplit(links.leave_url(anna)).path, ONE_CLICK)
    assert set(Abonnement.objects.values_list("lijst__wijk", "status")) == {
        (anna.wijk_id, "afgemeld"),
        (None, "actief"),
    }


@pytest.mark.parametrize("body", [{}, {"List-Unsubscribe": "one-click"}, {"x": "y"}])
def test_any_other_post_is_the_button(
    client: Client, anna: Abonnement, path: str, body: dict[str, str]
) -> None:
    assert client.post(path, body).status_code == 302
    anna.refresh_from_db()
    assert anna.status == "afgemeld"


def test_somebody_who_did_not_confirm_yet_can_leave_too(client: Client, lijst: Lijst) -> None:
    (row,) = services.ask("bram@bewoner.example", [lijst]).abonnementen
    token = tokens.make(tokens.AFMELDEN, row.code)
    client.post(f"/nieuwsbrief/afmelden/{token}/", ONE_CLICK)
    assert services.confirm(row.aanvraag) == []


def test_the_report_counts_the_edition_that_made_them_leave(anna: Abonnement) -> None:
    older, newer, other = (
        Editie.objects.create(subject=name, wijk=anna.wijk) for name in ("oud", "nieuw", "ander")
    )
    for days, editie in ((9, older), (2, newer)):
        Zending.objects.create(
            editie=editie,
            abonnement=anna,
            abonnee=anna.abonnee,
            code=tokens.new_code(),
            status="verstuurd",
            sent_at=timezone.now() - timedelta(days=days),
        )
    services.leave(anna)
    services.leave(anna)
    numbers = dict(Editie.objects.values_list("subject", "unsubscribed"))
    assert numbers == {"oud": 0, "nieuw": 1, "ander": 0}
    assert other.unsubscribed == 0


def test_a_link_of_any_language_works(anna: Abonnement) -> None:
    path = urlsplit(links.leave_url(anna, "en")).path
    assert path.startswith("/en/nieuwsbrief/afmelden/")
    assert Client().post(path, ONE_CLICK).status_code == 200
