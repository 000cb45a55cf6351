"""Names of residents are for the team of the ward only (R-01), and stand in no log or index."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, PageLogEntry, ReferenceIndex

from accounts.models import User
from tests.conftest import client_of
from tests.factories import lid
from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, typed, url
from wijkteams.activiteiten.deelnemers.lijst import Lijst
from wijkteams.activiteiten.deelnemers.message import send
from wijkteams.activiteiten.deelnemers.viewset import OF_A_LIST, OF_ONE
from wijkteams.activiteiten.models import Aanmelding, Keer
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
NAME = "Sjoukje"


def addresses(keer: Keer, row: Aanmelding) -> list[str]:
    """All screens about one time and one person."""
    of_list = [url(keer, end) for end, _view in OF_A_LIST.values()]
    of_series = [
        f"/beheer/deelnemers/reeks/{keer.activiteit_id}/{end}" for end, _v in OF_A_LIST.values()
    ]
    of_one = [f"/beheer/deelnemers/persoon/{row.pk}/{end}" for end, _view in OF_ONE.values()]
    return [*of_list, *of_series, *of_one, url(keer, "naderhand/")]


def test_team_sees_who_comes(keer: Keer, as_joris: Client, as_wim: Client, pim: User) -> None:
    sign_up(keer, NAME)

    for browser in (as_joris, as_wim, client_of(pim)):
        assert NAME in browser.get(url(keer)).content.decode()
        assert "Samen koken" in browser.get("/beheer/deelnemers/").content.decode()


def test_nobody_else_sees_or_changes_anything(
    keer: Keer, joris: User, as_fatma: Client, client: Client, haven: Wijk
) -> None:
    row = sign_up(keer, NAME)
    bericht = send(
        Lijst(keer.activiteit, keer), subject="Jas", text=NAME, also_waiting=False,
        request_key="x", by=joris,
    )  # fmt: skip
    stranger = client_of(lid("mo@sluisdam.example", Rol.MODERATOR, haven))
    paths = [*addresses(keer, row), f"/beheer/deelnemers/bericht/{bericht.pk}/"]
    before = list(Aanmelding.objects.values())

    for browser in (as_fatma, stranger, client):
        for path in paths:
            for answer in (browser.get(path), browser.post(path, typed(subject="a", text="b"))):
                assert answer.status_code in {302, 403, 404, 405}, path
                assert NAME.encode() not in answer.content

    assert list(Aanmelding.objects.values()) == before


def test_other_wards_do_not_stand_in_the_overview(keer: Keer, as_fatma: Client) -> None:
    assert "Samen koken" not in as_fatma.get("/beheer/deelnemers/").content.decode()


def test_a_writer_reads_and_changes_nothing(keer: Keer, as_wim: Client) -> None:
    row = sign_up(keer, NAME)
    html = as_wim.get(url(keer)).content.decode()

    assert "Iemand toevoegen" not in html
    assert f"/persoon/{row.pk}/" not in html
    for path in (
        url(keer, "toevoegen/"),
        url(keer, "bericht/"),
        f"/beheer/deelnemers/persoon/{row.pk}/",
    ):
        assert as_wim.get(path).status_code in {302, 403}
    as_wim.post(f"/beheer/deelnemers/persoon/{row.pk}/afmelden/")
    row.refresh_from_db()
    assert row.status == "bevestigd"


def test_who_types_in_paper_says_nothing_about_how_it_was(keer: Keer, pim: User) -> None:
    browser = client_of(pim)

    assert browser.get(url(keer, "toevoegen/")).status_code == 200
    assert browser.get(url(keer, "naderhand/")).status_code in {302, 403}


def test_names_stand_in_no_log_and_no_index(keer: Keer, as_joris: Client) -> None:
    row = sign_up(keer, NAME)
    as_joris.post(url(keer, "toevoegen/"), typed(name=NAME))
    as_joris.post(f"/beheer/deelnemers/persoon/{row.pk}/", typed(name=NAME, phone="", adults="2"))
    as_joris.post(f"/beheer/deelnemers/persoon/{row.pk}/afmelden/")

    for model in (PageLogEntry, ModelLogEntry, ReferenceIndex):
        assert NAME not in str(list(model.objects.values()))
    assert NAME not in as_joris.get(f"/zoeken/?q={NAME}").content.decode().replace(
        f'value="{NAME}"', ""
    ).split("<main")[1].replace(NAME, "", 1)


def test_screens_are_kept_by_no_cache(keer: Keer, as_joris: Client) -> None:
    for path in ("/beheer/deelnemers/", url(keer), url(keer, "afdrukken/"), url(keer, "bericht/")):
        assert "no-store" in as_joris.get(path)["Cache-Control"], path
