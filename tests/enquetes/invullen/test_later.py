"""'Later verder': a link that is nowhere readable but with who asked for it (S2, R-10)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django_tasks_db.models import DBTaskResult

from enquetes.invullen.letters import send_link
from tests.enquetes.bus.dump import whole_dump
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories.enquetes import key
from wijkteams.models import Wijk

ADDRESS = "karin@voorbeeld.nl"


@pytest.fixture(autouse=True)
def _queue(settings: Any) -> None:
    """Tasks wait in the database, as on a real site."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def karin(haven: Wijk) -> Resident:
    resident = Resident(dogs(haven))
    resident.begin()
    resident.fill(1, v1=key(101), _later="Later verder")
    return resident


def token_of(resident: Resident) -> str:
    return resident.client.cookies[f"concept-{resident.enquete.code}"].value


def ask(resident: Resident, email: str = ADDRESS) -> str:
    """Have the link mailed; gives what the page says."""
    answer = resident.client.post(resident.url("later"), {"email": email}, follow=True)
    return str(answer.content.decode())


def deliver() -> None:
    """What the worker does."""
    for row in DBTaskResult.objects.filter(task_path=send_link.module_path):
        sealed = row.args_kwargs["kwargs"]["sealed"]
        send_link.func(_Context(), sealed=sealed)


class _Context:
    task_result = None


def test_the_link_stands_on_the_page_and_leads_to_where_they_were(karin: Resident) -> None:
    page = karin.client.get(karin.url("later"))
    assert token_of(karin) in page.context["link"]
    answer = Resident(karin.enquete).client.get(page.context["link"])
    assert answer.url == karin.url("stap", 1)


def test_the_mail_holds_the_link(karin: Resident) -> None:
    assert "Wij mailen u de link" in ask(karin)
    deliver()
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert f"/enquete/verder/{token_of(karin)}/" in letter.body
    assert "Honden" in letter.subject


def test_neither_the_link_nor_the_address_is_readable_in_the_database(karin: Resident) -> None:
    ask(karin)
    dump = "".join(whole_dump().values())
    assert token_of(karin) not in dump
    assert ADDRESS not in dump
    assert token_of(karin).encode().hex() not in dump


def test_one_address_gets_three_mails_a_day_and_the_page_says_the_same(karin: Resident) -> None:
    told = [ask(karin).count("Wij mailen u de link") for _time in range(5)]
    assert told == [1] * 5
    assert DBTaskResult.objects.filter(task_path=send_link.module_path).count() == 3


@pytest.mark.parametrize("bad", ["geen adres", "a@b\nBcc: x@y.nl", "", "x" * 300 + "@y.nl"])
def test_what_is_no_address_is_told_beside_the_field(karin: Resident, bad: str) -> None:
    answer = karin.client.post(karin.url("later"), {"email": bad})
    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]
    assert not DBTaskResult.objects.filter(task_path=send_link.module_path).exists()
