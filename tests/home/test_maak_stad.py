"""`maak_stad`: the first start of a city."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from wagtail.models import Site, WorkflowPage

from core.models import StadInstellingen
from home.models import HomePage
from wijkteams.models import TekstPage, Uitnodiging
from wijkteams.roles import Rol


def run(**options: Any) -> str:
    out = StringIO()
    call_command("maak_stad", stdout=out, **options)
    return out.getvalue()


@pytest.mark.django_db
def test_city_gets_its_name_and_its_first_administrator() -> None:
    said = run(naam="Sluisdam", beheerder="bo@sluisdam.example")

    site = Site.objects.get(is_default_site=True)
    link = said.strip().splitlines()[-1]
    assert StadInstellingen.for_site(site).stad == "Sluisdam"
    assert Uitnodiging.objects.get().rol == Rol.BEHEERDER
    assert mail.outbox[0].to == ["bo@sluisdam.example"]
    assert link in mail.outbox[0].body
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    assert WorkflowPage.objects.filter(page__in=HomePage.objects.all()).count() == 1


@pytest.mark.django_db
def test_it_can_run_again() -> None:
    run(naam="Sluisdam")
    run(naam="Sluisdam aan Zee")

    site = Site.objects.get(is_default_site=True)
    assert StadInstellingen.for_site(site).stad == "Sluisdam aan Zee"
    assert not Uitnodiging.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"naam": " "}, "--naam"),
        ({"naam": "Sluisdam", "beheerder": "bo"}, "--beheerder: Voer een geldig e-mailadres in."),
    ],
)
def test_a_wrong_answer_is_refused_in_dutch_and_changes_nothing(
    options: dict[str, str], message: str
) -> None:
    with pytest.raises(CommandError) as refusal:
        run(**options)

    site = Site.objects.get(is_default_site=True)
    assert message in str(refusal.value)
    assert StadInstellingen.for_site(site).stad == ""


@pytest.mark.django_db
def test_a_new_city_has_house_rules_that_it_may_rewrite() -> None:
    run(naam="Sluisdam")
    page = Client().get("/huisregels/")
    assert page.status_code == 200
    assert "Wees vriendelijk." in page.text
    assert "/melden/huisregels/" in page.text
    assert "/huisregels/" in Client().get("/").text

    rules = TekstPage.objects.get(slug="huisregels")
    rules.title = "Zo doen wij dat in Sluisdam"
    rules.save_revision().publish()
    run(naam="Sluisdam")
    assert TekstPage.objects.get(slug="huisregels").title == "Zo doen wij dat in Sluisdam"
