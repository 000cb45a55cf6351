"""What became of it, taking it back, and what is kept how long (I3, R-11, R-12)."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.privacy import Person
from tests.factories.initiatieven import initiatief
from tests.wijkteams.initiatieven.aanvragen.asking import (
    FATIMA,
    JAN,
    a_photo,
    fill_in,
    first_of,
    tell,
)
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import people, retention
from wijkteams.initiatieven.aanvragen.joining import confirm
from wijkteams.initiatieven.aanvragen.withdrawing import withdraw
from wijkteams.initiatieven.models import (
    Aanvraagconcept,
    AanvraagFoto,
    Aanvraagstaat,
    InitiatiefAanvraag,
    Initiatiefnemer,
)
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
WITH_FATIMA = {"naam1": "Fatima", "mail1": FATIMA}


def status(idea: InitiatiefAanvraag) -> str:
    return reverse("idee:status", args=[tokens.make(tokens.AANVRAAG, idea.code)])


def decide(idea: InitiatiefAanvraag, staat: str) -> None:
    InitiatiefAanvraag.objects.filter(pk=idea.pk).update(staat=staat, beslist_op=timezone.now())


def test_the_page_says_when_it_came_and_when_we_answer(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven, foto={"fotos": a_photo()}, samen=WITH_FATIMA)

    html = Client().get(status(idea)).content.decode()

    assert idea.ingediend_op.strftime("%Y-%m-%d") in html
    assert idea.antwoord_voor.isoformat() in html
    assert "Wacht op antwoord" in html
    assert "noindex" in Client().get(status(idea))["X-Robots-Tag"]
    assert FATIMA not in html
    [foto] = idea.fotos.all()
    url = reverse("idee:foto", args=[tokens.make(tokens.AANVRAAG, idea.code), foto.code])
    assert url in html
    assert Client().get(url)["Content-Type"] == "image/jpeg"
    other = tell(Client(), haven, idee={"titel": "Iets anders"})
    wrong = reverse("idee:foto", args=[tokens.make(tokens.AANVRAAG, other.code), foto.code])
    assert Client().get(wrong).status_code == 404


def test_too_late_is_said(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)

    assert "Dat is niet gelukt" not in client.get(status(idea)).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=20)):
        assert "Dat is niet gelukt" in client.get(status(idea)).content.decode()


def test_a_question_and_an_answer_lead_on(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)
    decide(idea, Aanvraagstaat.IN_GESPREK)
    assert "/idee/antwoord/" in client.get(status(idea)).content.decode()

    target = initiatief(haven)
    InitiatiefAanvraag.objects.filter(pk=idea.pk).update(initiatief=target)
    decide(idea, Aanvraagstaat.AANGENOMEN)

    html = client.get(status(idea)).content.decode()
    assert "Bekijk het initiatief" in html
    assert "Trek dit idee in" not in html


def test_taking_it_back_takes_all_of_it(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven, foto={"fotos": a_photo()}, samen=WITH_FATIMA)
    assert client.get(status(idea)).status_code == 200
    assert InitiatiefAanvraag.objects.get().is_open

    client.post(status(idea), {"actie": "terug"})
    client.post(status(idea), {"actie": "terug"})

    idea.refresh_from_db()
    assert idea.staat == Aanvraagstaat.INGETROKKEN
    assert (idea.titel, idea.idee, idea.nodig) == ("Ingetrokken idee", "", {})
    assert idea.stap == 1
    assert not AanvraagFoto.objects.exists()
    assert not Initiatiefnemer.objects.exists()
    html = client.get(status(idea)).content.decode()
    assert "boodschappen" not in html.lower()


def test_what_was_answered_is_not_taken_back(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)
    decide(idea, Aanvraagstaat.AANGENOMEN)

    client.post(status(idea), {"actie": "terug"})

    idea.refresh_from_db()
    assert idea.staat == Aanvraagstaat.AANGENOMEN
    assert idea.idee


def test_a_photo_goes_from_the_disk(
    client: Client, haven: Wijk, django_capture_on_commit_callbacks: object
) -> None:
    [foto] = tell(client, haven, foto={"fotos": a_photo()}).fotos.all()
    storage, name = foto.file.storage, foto.file.name
    assert storage.exists(name)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        withdraw(foto.aanvraag_id)

    assert not storage.exists(name)


def test_a_year_after_the_answer_it_goes(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)
    decide(idea, Aanvraagstaat.AFGEWEZEN)
    confirm(first_of(idea).pk, naam_openbaar=False)
    now = timezone.now()

    assert retention.purge_ideas(now + timedelta(days=364)) == 0
    assert retention.purge_ideas(now + timedelta(days=366)) == 1
    assert retention.purge_ideas(now + timedelta(days=366)) == 0
    assert not InitiatiefAanvraag.objects.exists()
    assert not Initiatiefnemer.objects.exists()


def test_who_went_along_with_an_initiative_stays(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)
    confirm(first_of(idea).pk, naam_openbaar=False)
    decide(idea, Aanvraagstaat.MEEGEDAAN)
    Initiatiefnemer.objects.update(initiatief=initiatief(haven))

    retention.purge_ideas(timezone.now() + timedelta(days=366))

    [nemer] = Initiatiefnemer.objects.all()
    assert nemer.aanvraag is None
    assert nemer.email == JAN


def test_an_address_that_nobody_confirmed_goes_after_a_week(client: Client, haven: Wijk) -> None:
    both = {"email": JAN, "phone": "0612345678"}
    idea = tell(client, haven, samen=WITH_FATIMA, uzelf=both)
    now = timezone.now()

    assert retention.purge_ideas(now + timedelta(days=6)) == 0
    assert retention.purge_ideas(now + timedelta(days=8)) == 2

    [jan] = idea.initiatiefnemers.all()
    assert (jan.email, jan.phone) == ("", "0612345678")
    assert InitiatiefAanvraag.objects.filter(pk=idea.pk).exists()


def test_drafts_go_after_thirty_days(client: Client, haven: Wijk) -> None:
    fill_in(client, haven)

    assert retention.purge_drafts(timezone.now() + timedelta(days=29)) == 0
    assert retention.purge_drafts(timezone.now() + timedelta(days=31)) == 1
    assert not Aanvraagconcept.objects.exists()


def test_what_we_know_is_given_and_erased(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven, samen=WITH_FATIMA, foto={"fotos": a_photo()})
    fill_in(Client(), haven, idee={"titel": "Nog een idee"})
    jan, fatima = Person(JAN), Person(FATIMA)

    [told] = people.export_ideas(jan)
    assert (told["idee"], told["e-mailadres"]) == (idea.titel, JAN)
    assert len(people.photos_of(jan)) == 1
    [asked] = people.export_ideas(fatima)
    assert "idee" not in asked  # she has not even said yes
    assert people.photos_of(fatima) == []

    assert people.erase_ideas(fatima) == 1
    idea.refresh_from_db()
    assert idea.is_open
    assert people.erase_ideas(jan) == 1
    idea.refresh_from_db()
    assert (idea.staat, idea.idee) == (Aanvraagstaat.INGETROKKEN, "")
    assert people.erase_drafts(jan) == 1
    assert not Initiatiefnemer.objects.exists()
    assert people.export_ideas(jan) == []


def test_refused_words_are_erased_too(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)
    decide(idea, Aanvraagstaat.AFGEWEZEN)

    people.erase_ideas(Person(JAN))

    idea.refresh_from_db()
    assert (idea.staat, idea.idee) == (Aanvraagstaat.AFGEWEZEN, "")
