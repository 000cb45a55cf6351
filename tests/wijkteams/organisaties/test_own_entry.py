"""A partner keeps its own entry behind a link, and is asked once a year (W6, R-08)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from tests.factories.signalen import partner
from wijkteams.models import Organisatie, Wijk
from wijkteams.models.organisatie import organisatie_code
from wijkteams.organisaties.asking import ask_partners, is_due
from wijkteams.organisaties.link import link_of, make
from wijkteams.signalen import tokens

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
TYPED = {"wat": "Wij helpen.", "contact_name": "Ria", "contact_email": "wijk@woongoed.example"}


@pytest.fixture
def row(haven: Wijk) -> Organisatie:
    return partner(haven)


def _address(row: Organisatie) -> str:
    return f"/organisatie/{make(row.code)}/"


def test_looking_changes_nothing(row: Organisatie, client: Client) -> None:
    page = client.get(_address(row))
    assert page.status_code == 200
    assert "Woongoed Sluis" in page.text
    assert "no-store" in page["Cache-Control"]
    assert Organisatie.objects.get().nagekeken_op is None


def test_all_is_right_with_one_button(row: Organisatie, client: Client) -> None:
    answer = client.post(_address(row), {"klopt": "1"}, follow=True)
    assert "Wij hebben het bewaard" in answer.text
    kept = Organisatie.objects.get()
    assert (kept.nagekeken_op, kept.contact_email) == (timezone.localdate(), row.contact_email)
    assert f"Laatst nagekeken op {kept.nagekeken_op.day} " in client.get(_address(row)).text


def test_what_the_partner_types_is_kept_and_logged_without_content(
    row: Organisatie, client: Client
) -> None:
    assert client.post(_address(row), TYPED | {"name": "Ander", "is_actief": ""}).status_code == 302
    kept = Organisatie.objects.get()
    assert (kept.wat, kept.contact_name, kept.name) == ("", "Ria", "Woongoed Sluis")
    assert kept.voorstel == {"wat": "Wij helpen."}
    assert kept.is_actief
    assert kept.code == row.code
    entry = ModelLogEntry.objects.get(action="wijkteams.organisatie.bijgewerkt")
    assert entry.data == {"velden": ["contact_name", "wat"]}
    assert not mail.outbox


def test_another_contact_gets_a_new_link_and_the_old_one_is_told(
    row: Organisatie, client: Client
) -> None:
    client.post(_address(row), TYPED | {"contact_email": "piet@woongoed.example"})
    kept = Organisatie.objects.get()
    assert client.get(_address(row)).status_code == 404
    new, old = mail.outbox
    assert new.to == ["piet@woongoed.example"]
    assert link_of(kept) in new.body
    assert old.to == ["wijk@woongoed.example"]
    assert kept.code not in old.body + str(old.alternatives)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("wat", "Mijn BSN is 111222333"),
        ("contact_name", "Ria 111222333"),
        ("website", "javascript:alert(1)"),
        ("contact_email", "geen adres"),
        ("wat", "x" * 100_000),
        ("phone", "\0"),
    ],
)
def test_bad_input_is_said_and_nothing_is_kept(
    row: Organisatie, client: Client, field: str, value: str
) -> None:
    answer = client.post(_address(row), TYPED | {"contact_name": "Nieuw", field: value})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert Organisatie.objects.get().contact_name == ""


def test_a_link_that_we_did_not_make_opens_nothing(row: Organisatie, client: Client) -> None:
    forged = (
        row.code,
        f"{row.code}-{'0' * 40}",
        make(organisatie_code()),
        tokens.make(tokens.ANTWOORD, row.code),
    )
    for token in forged:
        assert client.get(f"/organisatie/{token}/").status_code == 404
        assert client.post(f"/organisatie/{token}/", {"klopt": "1"}).status_code == 404
    assert Organisatie.objects.get().nagekeken_op is None


def test_guessing_is_braked(row: Organisatie, client: Client) -> None:
    for _try in range(10):
        client.get(f"/organisatie/{row.code}-{'0' * 40}/")
    assert client.get(f"/organisatie/{row.code}-{'0' * 40}/").status_code == 429


@pytest.mark.parametrize(
    ("checked", "asked", "due"),
    [
        (364, None, False),
        (365, None, True),
        (365, 400, True),  # asked by the round of last year
        (394, 29, False),
        (395, 30, True),  # the one reminder
        (425, 30, False),
        (800, 364, False),
        (800, 365, True),
        (None, None, True),
        (None, 30, False),
    ],
)
def test_asked_once_a_year_and_reminded_once(
    checked: int | None, asked: int | None, due: bool
) -> None:
    def ago(days: int | None) -> date | None:
        return None if days is None else TODAY - timedelta(days=days)

    assert is_due(ago(checked), ago(asked), TODAY) is due


def test_the_job_asks_nobody_twice(row: Organisatie, haven: Wijk) -> None:
    partner(haven, name="Zonder mail", contact_email="")
    partner(haven, name="Weg", is_actief=False)
    partner(haven, name="Net nagekeken", nagekeken_op=timezone.localdate())
    assert ask_partners.func() == 1
    assert ask_partners.func() == 0
    assert mail.outbox[0].subject == "Klopt dit nog? De gegevens van Woongoed Sluis"
    assert link_of(row) in mail.outbox[0].body
