"""Who answers a person about their data looks up, hands over and erases in the CMS (V4, R-11)."""

from __future__ import annotations

import json
import re
import zipfile
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from wagtail.users.models import UserProfile

from accounts.models import User
from core.models import Inzage, Wislog
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.conftest import client_of
from tests.factories import lid, news, photo
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
URL = "/beheer/personen/"
MAIL = "sjoukje@sluisdam.example"
NAME = "Sjoukje Merkteken"


@pytest.fixture
def sjoukje(haven: Wijk) -> User:
    """A volunteer who asks what is kept."""
    user = lid(MAIL, Rol.REDACTEUR, haven)
    user.first_name, user.last_name = NAME.split()
    user.save()
    UserProfile.objects.create(user=user, avatar=ContentFile(b"portretbytes", name="a.png"))
    return user


@pytest.fixture
def item(haven_news: NieuwsIndexPage, sjoukje: User) -> NieuwsPage:
    """A page that names her."""
    return news(haven_news, "Feest op de kade", summary=f"Opgeven bij {NAME}.")


def look_up(client: Client, email: str = MAIL, also: str = "") -> Any:
    return client.post(URL, {"email": email, "also": also})


def ticket_in(response: Any) -> str:
    found = re.search(r'name="ticket" value="([^"]+)"', response.content.decode())
    assert found is not None
    return found[1]


def test_city_sees_what_is_kept_how_long_and_where_the_name_stands(
    item: NieuwsPage, as_bea: Client
) -> None:
    html = look_up(as_bea).content.decode()

    assert "Account om aan de site te werken" in html
    assert "Tot 24 maanden nadat u het laatst inlogde" in html
    assert "Hier staat de naam nog" in html
    assert f"/beheer/pages/{item.pk}/edit/" in html
    assert "Opgeven bij" in html


def test_nobody_of_a_ward_looks_anybody_up(
    item: NieuwsPage, as_joris: Client, as_fatma: Client, as_bea: Client
) -> None:
    ticket = ticket_in(look_up(as_bea))
    for client in (as_joris, as_fatma, Client()):
        assert client.get(URL).status_code != 200
        for path in ("", "meegeven/", "wissen/"):
            response = client.post(f"{URL}{path}", {"email": MAIL, "ticket": ticket})
            assert response.status_code != 200
            assert b"Merkteken" not in response.content

    assert User.objects.filter(email=MAIL).exists()


def test_answer_is_in_no_cache_and_the_address_in_no_link(item: NieuwsPage, as_bea: Client) -> None:
    response = look_up(as_bea)

    assert "no-store" in response["Cache-Control"]
    links = re.findall(r'(?:href|action)="([^"]+)"', response.content.decode())
    assert [link for link in links if "sjoukje" in link] == []


def test_who_looked_up_is_written_down_but_not_whom(item: NieuwsPage, as_bea: Client) -> None:
    look_up(as_bea)

    entry = Inzage.objects.get()
    assert (entry.kind, entry.user.email) == (Inzage.Kind.LOOKUP, "bea@sluisdam.example")
    assert "sjoukje" not in str(list(entry.people.values()))


def test_too_many_people_are_not_looked_up(
    item: NieuwsPage, as_bea: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkteams.personen.rights import LOOKUPS

    monkeypatch.setattr(LOOKUPS, "limit", 2)

    answers = [look_up(as_bea).status_code for _try in range(3)]

    assert answers == [200, 200, 429]


def test_download_holds_one_json_and_the_files(
    item: NieuwsPage, haven: Wijk, as_bea: Client
) -> None:
    photo(haven, title="Kade", photographer=NAME)

    response = as_bea.post(f"{URL}meegeven/", {"ticket": ticket_in(look_up(as_bea))})

    assert "no-store" in response["Cache-Control"]
    with zipfile.ZipFile(BytesIO(response.content)) as package:
        names = package.namelist()
        found = json.loads(package.read("gegevens.json"))
        assert package.read("bestanden/profielfoto.png") == b"portretbytes"
    assert len([name for name in names if name.startswith("bestanden/foto-")]) == 1
    text = json.dumps(found, ensure_ascii=False)
    for mark in (MAIL, "Merkteken", "Redacteur", "Opgeven bij", "Kade"):
        assert mark in text
    assert Inzage.objects.filter(kind=Inzage.Kind.PERSON, rows=1).exists()


@pytest.mark.parametrize("path", ["meegeven/", "wissen/"])
@pytest.mark.parametrize(("minutes", "works"), [(14, True), (16, False)])
def test_buttons_work_for_a_quarter_of_an_hour(
    item: NieuwsPage, as_bea: Client, path: str, minutes: int, works: bool
) -> None:
    ticket = ticket_in(look_up(as_bea))

    with time_machine.travel(timezone.now() + timedelta(minutes=minutes), tick=False):
        response = as_bea.post(f"{URL}{path}", {"ticket": ticket})

    assert (response.status_code == 200) is works


def test_ticket_of_another_works_for_nobody_else(item: NieuwsPage, as_bea: Client) -> None:
    other = client_of(lid("bo@sluisdam.example", Rol.BEHEERDER, None))

    for ticket in (ticket_in(look_up(as_bea)), "", "x:y:z"):
        assert other.post(f"{URL}meegeven/", {"ticket": ticket}).status_code == 302


def test_rights_are_asked_again_at_the_download(item: NieuwsPage, bea: User) -> None:
    client = client_of(bea)
    ticket = ticket_in(look_up(client))

    bea.lidmaatschappen.all().delete()

    assert client.post(f"{URL}meegeven/", {"ticket": ticket}).status_code != 200


def test_erasing_begins_with_a_trial_that_erases_nothing(item: NieuwsPage, as_bea: Client) -> None:
    response = as_bea.post(f"{URL}wissen/", {"ticket": ticket_in(look_up(as_bea))})

    html = response.content.decode()
    assert "Er is nog niets gewist" in html
    assert "Hier staat de naam nog" in html
    assert User.objects.filter(email=MAIL).exists()
    assert not Wislog.objects.exists()


def test_wrong_address_erases_nothing_and_the_right_one_all(
    item: NieuwsPage, as_bea: Client
) -> None:
    ticket = ticket_in(look_up(as_bea))

    wrong = as_bea.post(f"{URL}wissen/", {"ticket": ticket, "confirm": "joris@sluisdam.example"})
    assert "Er is niets gewist" in wrong.content.decode()
    assert User.objects.filter(email=MAIL).exists()

    done = as_bea.post(f"{URL}wissen/", {"ticket": ticket, "confirm": MAIL.upper()}, follow=True)

    assert "Gewist" in done.content.decode()
    assert not User.objects.filter(email=MAIL).exists()
    item.refresh_from_db()
    assert item.summary == "Opgeven bij [weggehaald]."
    assert Inzage.objects.filter(kind=Inzage.Kind.ERASED).exists()


def test_name_of_somebody_without_account_and_a_telephone_go_too(
    haven_news: NieuwsIndexPage, as_bea: Client
) -> None:
    item = news(haven_news, summary="Bel Ina Zilverling, 06 98 76 54 32 of +31698765432.")
    ticket = ticket_in(look_up(as_bea, "ina@sluisdam.example", "Ina Zilverling\n06-98765432"))

    as_bea.post(f"{URL}wissen/", {"ticket": ticket, "confirm": "ina@sluisdam.example"})

    item.refresh_from_db()
    assert item.summary == "Bel [weggehaald], [weggehaald] of [weggehaald]."


def test_nobody_erases_oneself(bea: User) -> None:
    client = client_of(bea)
    ticket = ticket_in(look_up(client, bea.email))

    client.post(f"{URL}wissen/", {"ticket": ticket, "confirm": bea.email})

    assert User.objects.filter(pk=bea.pk).exists()


def test_nothing_is_done_by_looking(item: NieuwsPage, as_bea: Client) -> None:
    for path in ("meegeven/", "wissen/"):
        assert as_bea.get(f"{URL}{path}").status_code == 405


def test_short_word_is_not_taken_out_of_all_texts(as_bea: Client) -> None:
    response = look_up(as_bea, also="de")

    assert "Vul de hele naam in" in response.content.decode()
    assert not Inzage.objects.exists()
