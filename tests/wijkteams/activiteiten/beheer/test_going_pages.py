"""A page that goes while people signed up: the volunteer hears of it, and of the better way."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.factories import activiteit_page
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Truus comes."""
    page = activiteit_page(haven_agenda, "Taalles", inschrijving="beperkt", capacity=10)
    keer = Keer.objects.get(activiteit__translation_key=page.translation_key)
    Aanmelding.objects.create(
        activiteit=keer.activiteit, keer=keer, name="Truus", status="bevestigd", request_key="1"
    )
    return page


def unpublish(client: Client, page: ActiviteitPage) -> str:
    address = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    return client.post(address, follow=True).content.decode()


def test_after_unpublishing_it_is_said_who_does_not_know_yet(
    as_joris: Client, course: ActiviteitPage
) -> None:
    html = unpublish(as_joris, course)

    assert "Aanmeldingen voor deze activiteit: 1." in html
    assert reverse("keren:all_off", args=[course.pk]) in html
    assert not Activiteit.objects.get().is_live


def test_nothing_is_said_when_nobody_comes(as_joris: Client, course: ActiviteitPage) -> None:
    Aanmelding.objects.update(status="afgemeld")
    assert "Zij hebben nog niets gehoord" not in unpublish(as_joris, course)


def test_before_removing_it_is_said_what_goes_with_it(
    as_joris: Client, course: ActiviteitPage
) -> None:
    html = as_joris.get(reverse("wagtailadmin_pages:delete", args=[course.pk])).content.decode()
    assert "Die verdwijnen mee" in html
