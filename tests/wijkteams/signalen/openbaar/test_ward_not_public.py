"""Of a ward whose list of signals is not public, no signal is public either: by no door."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from tests.factories.signalen import signal
from tests.signal_photos import photo_of
from wijkteams.models import Wijk
from wijkteams.signalen.models import Signaal, SignaalFoto, SignalenIndexPage
from wijkteams.signalen.vertellen import duplicates

pytestmark = pytest.mark.django_db
TITLE = "De sleutel ligt onder de mat"


@pytest.fixture
def foto(haven: Wijk) -> SignaalFoto:
    foto = photo_of(signal(haven, titel=TITLE))
    foto.is_openbaar = True
    foto.save()
    return foto


def _doors(foto: SignaalFoto) -> list[str]:
    code = foto.signaal.code
    return [
        "/georeport/v2/requests.json",
        "/georeport/v2/requests.xml?jurisdiction_id=havenkwartier",
        f"/georeport/v2/requests/{code}.json",
        f"/signaal/foto/{foto.code}.jpg",
        f"/signaal/{code}/ook/",
        f"/melden/signaal/{code}/",
        f"/melden/signaalfoto/{foto.code}/",
        f"/havenkwartier/signalen/{code}/",
        "/signalen/",
        "/signalen/rss.xml",
        "/signalen/signalen.csv",
        "/signalen/signalen.geojson",
    ]


def _shows(address: str) -> bool:
    answer = Client().get(address)
    if answer.status_code != 200:
        return False
    if "jpg" in address:
        return True
    return TITLE.encode() in b"".join(answer)


def _draft(page: Page) -> None:
    page.unpublish()


def _restricted(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("close", [_draft, _restricted])
@pytest.mark.parametrize("of_the_ward", [False, True])
def test_no_door_shows_it(haven: Wijk, foto: SignaalFoto, close: Any, of_the_ward: bool) -> None:
    open_doors = [address for address in _doors(foto) if _shows(address)]
    assert len(open_doors) >= 9, open_doors
    page = SignalenIndexPage.objects.get(wijk=haven)
    close(page.get_parent().specific if of_the_ward else page)
    # Below a draft a page keeps its own address in Wagtail; nothing leads there.
    own = f"/havenkwartier/signalen/{foto.signaal.code}/" if of_the_ward else ""
    assert [door for door in _doors(foto) if door != own and _shows(door)] == []
    signaal = Signaal.objects.get()
    assert not duplicates.find(signaal.categorie, signaal.latitude, signaal.longitude, wijk=haven)
