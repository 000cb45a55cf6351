"""Where an initiative is can be told otherwise, and taken off the map; and the way to it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from tests.conftest import client_of
from tests.factories import initiatieven as make
from wijkteams.initiatieven.models import InitiatiefPage, Staat
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

HOME = {"plaats_tekst": "Kerkstraat 4", "latitude": 52.1, "longitude": 5.1, "hele_wijk": False}


def test_somebodys_home_goes_off_the_site(as_joris: Client, haven: Wijk) -> None:
    bus = make.initiatief(haven, **HOME)
    screen = reverse("initiatieven:een", args=[bus.pk])
    assert "Kerkstraat 4" in as_joris.get(screen).content.decode()

    url = reverse("initiatieven:plek", args=[bus.pk])
    assert as_joris.post(url, {"plaats_tekst": "Kerkstraat 4"}).status_code == 302

    bus.refresh_from_db()
    assert (bus.plaats_tekst, bus.latitude, bus.longitude) == ("", None, None)
    assert bus.hele_wijk
    assert "Kerkstraat 4" not in as_joris.get(screen).content.decode()


def test_other_words_leave_the_dot_on_the_map(as_joris: Client, haven: Wijk) -> None:
    bus = make.initiatief(haven, **HOME)
    url = reverse("initiatieven:plek", args=[bus.pk])

    wrong = as_joris.post(url, {"plaats_tekst": "Bij de school " * 20, "toon_plek": "on"})
    assert wrong.status_code == 422
    assert "Bij de school Bij de school" in wrong.content.decode()

    as_joris.post(url, {"plaats_tekst": "Bij de school", "toon_plek": "on"})
    bus.refresh_from_db()
    assert (bus.plaats_tekst, bus.latitude, bus.hele_wijk) == ("Bij de school", 52.1, False)


def test_in_words_only_or_in_the_whole_ward(as_joris: Client, haven: Wijk) -> None:
    bus = make.initiatief(haven)
    url = reverse("initiatieven:plek", args=[bus.pk])
    for words, whole in (("Het Loodsveld", False), ("", True)):
        as_joris.post(url, {"plaats_tekst": words})
        bus.refresh_from_db()
        assert (bus.plaats_tekst, bus.hele_wijk) == (words, whole)


def test_another_ward_moves_nothing(fatma: User, haven: Wijk) -> None:
    bus = make.initiatief(haven, **HOME)
    url = reverse("initiatieven:plek", args=[bus.pk])
    assert client_of(fatma).post(url, {"plaats_tekst": ""}).status_code != 200
    bus.refresh_from_db()
    assert bus.plaats_tekst == "Kerkstraat 4"


@pytest.mark.parametrize(("staat", "is_said"), [(Staat.BEZIG, True), (Staat.GESTOPT, False)])
def test_who_deletes_a_page_reads_how_to_stop(
    as_joris: Client, haven: Wijk, staat: str, is_said: bool
) -> None:
    bus = make.initiatief(haven, staat=staat)
    page = InitiatiefPage.objects.get(translation_key=bus.translation_key)
    text = as_joris.get(reverse("wagtailadmin_pages:delete", args=[page.pk])).content.decode()
    assert (reverse("initiatieven:een", args=[bus.pk]) in text) is is_said


def test_the_editor_of_a_page_leads_to_its_steps(as_joris: Client, haven: Wijk) -> None:
    bus = make.initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=bus.translation_key)
    text = as_joris.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert reverse("initiatieven:een", args=[bus.pk]) in text
