"""The page on which a resident asks for a newsletter."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.test import Client

from nieuws.abonneren import services
from nieuws.models import Abonnee, Abonnement, Lijst, Toestemming
from tests.nieuws.abonneren.conftest import Reads
from wijkteams.models import Wijk

PATH = "/havenkwartier/nieuwsbrief/aanmelden/"
ANNA = {"email": "anna@bewoner.example", "naam": "Anna Ågren 李"}


def test_a_resident_asks_and_gets_a_mail(client: Client, lijst: Lijst, mails: Reads) -> None:
    assert "Nieuwsbrief Havenkwartier" in client.get(PATH).content.decode()

    answer = client.post(PATH, ANNA, follow=True)
    assert "Bijna klaar: kijk in uw mail" in answer.content.decode()
    row = Abonnement.objects.select_related("abonnee").get()
    assert (row.lijst, row.wijk, row.status) == (lijst, lijst.wijk, "onbevestigd")
    assert (row.name, row.bron, row.abonnee.language) == (ANNA["naam"], "web", "nl")
    (sent,) = mails()
    assert sent["to"] == ANNA["email"]
    assert "Nieuwsbrief Havenkwartier" in sent["subject"]
    assert sent["path"].startswith("/nieuwsbrief/bevestigen/")
    assert "Anna" not in sent["text"]  # what a stranger typed is not delivered by us


def test_what_they_agreed_to_is_kept_as_it_stood_there(client: Client, lijst: Lijst) -> None:
    client.post(PATH, ANNA)
    event = Toestemming.objects.select_related("tekst").get()
    assert (event.soort, event.kanaal) == ("gevraagd", "web")
    assert event.tekst is not None
    assert "Ja, mail mij: Nieuwsbrief Havenkwartier." in event.tekst.text


def test_looking_changes_nothing_and_nothing_is_kept(client: Client, lijst: Lijst) -> None:
    for _time in range(3):
        answer = client.get(PATH)
        client.head(PATH)
    assert "no-store" in answer["Cache-Control"]
    assert not Abonnee.objects.exists()


@pytest.mark.parametrize(
    ("email", "error"),
    [
        ("", "Vul uw e-mailadres in."),
        ("geen adres", "Dit is geen e-mailadres."),
        ("josé@bewoner.example", "geen letters met accenten"),
        ("a@b.nl\nBcc: x@y.nl", "Dit is geen e-mailadres."),
        ("a" * 300 + "@b.nl", "e-mailadres"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(
    client: Client, lijst: Lijst, mails: Reads, email: str, error: str
) -> None:
    answer = client.post(PATH, {"email": email, "naam": "Anna"})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert error in body
    assert 'value="Anna"' in body
    assert not mails()
    assert not Abonnee.objects.exists()


def test_the_answer_is_the_same_for_who_is_on_the_list(
    client: Client, anna: Abonnement, mails: Reads
) -> None:
    known = client.post(PATH, {"email": anna.abonnee.email}, follow=True)
    unknown = client.post(PATH, {"email": "bram@bewoner.example"}, follow=True)
    assert known.content == unknown.content
    assert known.redirect_chain == unknown.redirect_chain
    assert "U krijgt al" in mails()[0]["subject"]


def test_the_page_asks_the_database_the_same_whoever_it_is(
    client: Client, anna: Abonnement, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What differs is done by the worker: so time tells nothing either."""
    asked: list[dict[str, object]] = []
    queue = SimpleNamespace(enqueue=lambda **given: asked.append(given))
    monkeypatch.setattr("nieuws.abonneren.views.take_request", queue)
    client.post(PATH, {"email": anna.abonnee.email})
    assert [given["email"] for given in asked] == [anna.abonnee.email]
    assert Toestemming.objects.count() == 2  # nothing was written or mailed


def test_a_stranger_changes_nothing_of_who_is_on_the_list(client: Client, anna: Abonnement) -> None:
    client.post(PATH, {"email": anna.abonnee.email.upper(), "naam": "Iemand Anders"})
    anna.refresh_from_db()
    assert (anna.name, anna.status) == ("Anna", "actief")
    assert anna.abonnee.email == "anna@bewoner.example"


def test_a_ward_offers_the_city_and_its_themes_too(
    client: Client, lijst: Lijst, city_list: Lijst, mails: Reads
) -> None:
    client.post(PATH, {**ANNA, "ook": [str(city_list.pk)]})
    assert set(Abonnement.objects.values_list("lijst", flat=True)) == {lijst.pk, city_list.pk}
    (sent,) = mails()
    assert lijst.title in sent["text"]
    assert city_list.title in sent["text"]


def test_nothing_is_ticked_beforehand(client: Client, lijst: Lijst, city_list: Lijst) -> None:
    """Consent is not taken from a box that was ticked already (HvJ EU, Planet49)."""
    body = client.get(PATH).content.decode()
    assert city_list.title in body
    assert "checked" not in body


def test_the_city_asks_of_which_ward(client: Client, lijst: Lijst, city_list: Lijst) -> None:
    path = "/nieuwsbrief/aanmelden/"
    assert "Kies een nieuwsbrief" in client.get(path).content.decode()
    assert "Kies een nieuwsbrief." in client.post(path, ANNA).content.decode()
    client.post(path, {**ANNA, "lijst": str(lijst.pk)})
    assert Abonnement.objects.get().lijst == lijst


def test_a_link_may_name_the_list(client: Client, lijst: Lijst, city_list: Lijst) -> None:
    client.post(f"/nieuwsbrief/aanmelden/?lijst={lijst.code}", ANNA)
    assert Abonnement.objects.get().lijst == lijst


@pytest.mark.parametrize("status", ["gestopt", "opgevolgd"])
def test_a_ward_that_stopped_takes_nobody(
    client: Client, haven: Wijk, sluis: Wijk, lijst: Lijst, status: str
) -> None:
    opvolger = sluis if status == "opgevolgd" else None
    Wijk.objects.filter(pk=haven.pk).update(status=status, opvolger=opvolger)
    Lijst.objects.filter(wijk=None).delete()
    assert "Aanmelden kan hier nu niet" in client.get(PATH).content.decode()
    client.post(PATH, ANNA)
    assert not Abonnee.objects.exists()


def test_a_list_that_is_closed_takes_nobody(client: Client, lijst: Lijst) -> None:
    Lijst.objects.update(is_open=False)
    assert "Aanmelden kan hier nu niet" in client.get(PATH).content.decode()


def test_who_fills_in_what_nobody_sees_is_asked_again(client: Client, lijst: Lijst) -> None:
    answer = client.post(PATH, {**ANNA, "website": "https://koop.example"})
    assert "Verstuur het formulier nog een keer" in answer.content.decode()
    assert not Abonnee.objects.exists()


def test_a_ward_that_is_not_there_is_not_found(client: Client, lijst: Lijst) -> None:
    assert client.get("/geenwijk/nieuwsbrief/aanmelden/").status_code == 404


@pytest.mark.parametrize("value", ["9" * 40, "-1", "x", "1 OR 1=1"])
def test_lists_that_were_not_offered_are_refused(
    client: Client, lijst: Lijst, city_list: Lijst, value: str
) -> None:
    answer = client.post(PATH, {**ANNA, "ook": [value]})
    assert answer.status_code == 200
    assert not Abonnee.objects.exists()


def test_who_left_may_ask_again(client: Client, anna: Abonnement, mails: Reads) -> None:
    services.leave(anna)
    client.post(PATH, {"email": anna.abonnee.email})
    anna.refresh_from_db()
    assert anna.status == "onbevestigd"
    client.post(mails()[-1]["path"], {"actie": "ja"})
    anna.refresh_from_db()
    assert anna.status == "actief"
