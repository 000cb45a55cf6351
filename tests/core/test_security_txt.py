from __future__ import annotations

from datetime import datetime, timedelta

from django.test import Client, override_settings
from django.utils import timezone
from wagtail.models import Site

from core.models import StadInstellingen
from home.models import HomePage

URL = "/.well-known/security.txt"


def fields(client: Client) -> dict[str, str]:
    response = client.get(URL)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_city_is_the_contact_when_nothing_else_is_set(client: Client, hub: HomePage) -> None:
    settings = StadInstellingen.for_site(Site.objects.get())
    settings.contact_email = "wijken@sluisdam.example"
    settings.save()

    assert fields(client)["Contact"] == "mailto:wijken@sluisdam.example"


def test_there_is_always_a_contact(client: Client, hub: HomePage) -> None:
    assert fields(client)["Contact"] == "http://testserver/"


@override_settings(SECURITY_CONTACT="https://sluisdam.example/lek")
def test_contact_of_the_settings_comes_first(client: Client, hub: HomePage) -> None:
    assert fields(client)["Contact"] == "https://sluisdam.example/lek"


def test_it_expires_within_a_year_and_says_where_it_stands(client: Client, hub: HomePage) -> None:
    found = fields(client)
    expires = datetime.fromisoformat(found["Expires"])

    assert timezone.now() + timedelta(days=90) < expires < timezone.now() + timedelta(days=365)
    assert found["Canonical"] == f"http://testserver{URL}"
    assert found["Preferred-Languages"] == "nl, en"
