"""Where activities and their times are found."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.activiteiten import activiteit_page, weekly
from wijkteams.activiteiten.models import Activiteit, AgendaPage, Keer

pytestmark = pytest.mark.django_db


def test_a_time_has_an_address_behind_that_of_its_activity(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, "Koffie", rule=weekly())
    keer = Keer.objects.upcoming()[0]

    response = client.get(f"{page.get_url()}{keer.slug}/")

    assert response.status_code == 200
    assert "Koffie" in response.content.decode()


def test_a_day_without_a_time_leads_to_the_activity(
    client: Client, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())

    response = client.get(f"{page.get_url()}1999-01-01/")

    assert response.status_code == 302
    assert response["Location"] == page.get_url()


@pytest.mark.parametrize(
    "behind", ["x/", "1999-01-01/x/", "1999/", "2026-1-1-1-/", "%00/", "2026-01-01%0a/"]
)
def test_what_is_no_day_is_not_found(client: Client, haven_agenda: AgendaPage, behind: str) -> None:
    page = activiteit_page(haven_agenda)

    assert client.get(f"{page.get_url()}{behind}").status_code == 404


def test_a_draft_has_no_times_to_read(client: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())
    slug = Activiteit.objects.of_page(page).get().keren.upcoming()[0].slug
    page.unpublish()

    assert client.get(f"{page.get_url()}{slug}/").status_code == 404
