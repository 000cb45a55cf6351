"""Addresses are for who is responsible for the ward; nobody learns from a search (R-01, R-04)."""

from __future__ import annotations

import pytest
from django.test import Client

from nieuws.models import Abonnement, Lijst, Lijstimport, Retour, Toestemming
from tests.conftest import client_of
from tests.factories import lid
from tests.factories.nieuws import reader
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db
URL = "/beheer/abonnees/"
ADDRESS = "sjoukje.postma@voorbeeld.example"
HIDDEN = "s•••@vo•••.example"


def named(lijst: Lijst, name: str, email: str = ADDRESS) -> Abonnement:
    row = reader(lijst, email)
    Abonnement.objects.filter(pk=row.pk).update(name=name)
    row.name = name
    return row


def bounced(row: Abonnement) -> Retour:
    return Retour.objects.create(
        abonnee=row.abonnee, soort="hard", bron="smtp", code="5.1.1", bericht=f"h{row.pk}"
    )


def test_an_editor_sees_names_and_a_bit_of_the_address(lijst: Lijst, as_joris: Client) -> None:
    row = named(lijst, "Sjoukje")
    bounced(row)
    for path in (URL, f"{URL}{row.pk}/", f"{URL}teruggekomen/"):
        html = as_joris.get(path).content.decode()
        assert HIDDEN in html, path
        assert "Sjoukje" in html
        assert ADDRESS not in html


def test_a_ward_manager_sees_the_address(lijst: Lijst, as_hanna: Client) -> None:
    row = named(lijst, "Sjoukje")
    for path in (URL, f"{URL}{row.pk}/"):
        assert ADDRESS in as_hanna.get(path).content.decode()


@pytest.mark.parametrize(
    "asked",
    [ADDRESS, "sjoukje.postma", "voorbeeld.example", "@voorbeeld", "postma@", ADDRESS.upper()],
)
def test_search_of_an_editor_tells_nothing_of_addresses(
    lijst: Lijst, as_joris: Client, asked: str
) -> None:
    named(lijst, "")
    known = as_joris.get(URL, {"q": asked}).content.decode()
    Abonnement.objects.all().delete()
    unknown = as_joris.get(URL, {"q": asked}).content.decode()
    assert "Niemand gevonden" in known
    assert "abonnees__naam" not in known
    assert "abonnees__naam" not in unknown


def test_an_address_typed_as_a_name_is_an_address(lijst: Lijst, as_joris: Client) -> None:
    row = named(lijst, ADDRESS, "x@b.example")
    assert ADDRESS not in as_joris.get(URL).content.decode()
    assert ADDRESS not in as_joris.get(f"{URL}{row.pk}/").content.decode()
    assert "Niemand gevonden" in as_joris.get(URL, {"q": "postma"}).content.decode()


def test_order_cannot_be_asked_for_by_address(lijst: Lijst, as_joris: Client) -> None:
    """Sorting by what one may not see tells it, bit by bit."""
    named(lijst, "B", "a@b.example")
    named(lijst, "A", "z@b.example")
    plain = as_joris.get(URL).content.decode()
    for name in ("ordering", "o", "sort"):
        html = as_joris.get(URL, {name: "abonnee__email"}).content.decode()
        assert html.index(">A</a>") < html.index(">B</a>")
        assert plain.index(">A</a>") < plain.index(">B</a>")


def paths_of(row: Abonnement, haven: Wijk, retour: Retour, ronde: Lijstimport) -> list[str]:
    return [
        *(f"{URL}{row.pk}/", f"{URL}{row.pk}/afmelden/", f"{URL}{row.pk}/opnieuw-vragen/"),
        f"{URL}teruggekomen/{retour.pk}/bekeken/",
        *(f"{URL}inlezen/{ronde.pk}/{end}" for end in ("", "begin/", "stop/", "weg/")),
        f"/beheer/nieuwsbrief/instellingen/{haven.pk}/",
    ]


def test_other_wards_see_and_change_nothing(
    lijst: Lijst, haven: Wijk, as_fatma: Client, client: Client
) -> None:
    row = named(lijst, "Sjoukje")
    ronde = Lijstimport.objects.create(
        lijst=lijst, file_name="x.csv", peildatum="2026-01-01", lines=[[ADDRESS, "Sjoukje"]]
    )
    paths = paths_of(row, haven, bounced(row), ronde)
    before = list(Abonnement.objects.values()), Retour.objects.get().handled_at
    for browser in (as_fatma, client, client_of(lid("mo@s.example", Rol.MODERATOR, haven))):
        for path in paths:
            for answer in (browser.get(path), browser.post(path, {"name": "X"})):
                assert answer.status_code in {302, 403, 404, 405}, path
                assert b"Sjoukje" not in answer.content
                assert ADDRESS.encode() not in answer.content
        for path in (URL, f"{URL}teruggekomen/", f"{URL}inlezen/"):
            assert b"Sjoukje" not in browser.get(path).content
    assert before == (list(Abonnement.objects.values()), Retour.objects.get().handled_at)
    assert Lijstimport.objects.get().status == "voorbeeld"


def test_an_editor_may_neither_import_nor_export(lijst: Lijst, as_joris: Client) -> None:
    named(lijst, "Sjoukje")
    html = as_joris.get(URL).content.decode()
    assert "downloaden" not in html
    assert "inlezen" not in html
    assert as_joris.post(f"{URL}downloaden/", {"soort": "csv"}).status_code in {302, 403}
    assert as_joris.get(f"{URL}inlezen/").status_code in {302, 403}


def test_who_types_in_paper_adds_and_removes_and_no_more(lijst: Lijst, haven: Wijk) -> None:
    browser = client_of(lid("pim@s.example", Rol.INVOERDER_PAPIER, haven))
    row = named(lijst, "Sjoukje")
    assert browser.get(f"{URL}toevoegen/").status_code == 200
    assert ADDRESS not in browser.get(f"{URL}{row.pk}/").content.decode()
    browser.post(f"{URL}{row.pk}/afmelden/", {"bron": "papier"})
    assert Toestemming.objects.get(soort="afgemeld").kanaal == "papier"
    for path in (f"{URL}inlezen/", f"{URL}teruggekomen/", "/beheer/nieuwsbrief/instellingen/"):
        assert browser.get(path).status_code in {302, 403}


def test_manager_of_one_ward_and_editor_of_another_sees_whole_addresses_of_the_one(
    lijst: Lijst, andere_lijst: Lijst, haven: Wijk, sluis: Wijk
) -> None:
    lid("twee@s.example", Rol.WIJKBEHEERDER, haven)
    browser = client_of(lid("twee@s.example", Rol.REDACTEUR, sluis))
    named(lijst, "In de haven", "haven@b.example")
    named(andere_lijst, "In de sluis", "sluis@b.example")
    html = browser.get(URL).content.decode()
    assert "haven@b.example" in html
    assert "In de sluis" in html
    assert "sluis@b.example" not in html
    assert "Niemand gevonden" in browser.get(URL, {"q": "sluis@b"}).content.decode()
