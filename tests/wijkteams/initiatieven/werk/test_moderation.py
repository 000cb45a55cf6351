"""A refused idea is looked at by another; pages and updates can be reported (rule R-16)."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import initiatieven as make
from tests.factories import lid
from wijkteams.initiatieven.models import Aanvraagstaat, Controle, Initiatiefnemer, Update
from wijkteams.initiatieven.werk import reasons, services
from wijkteams.models import Wijk
from wijkteams.moderatie import again
from wijkteams.moderatie.models import Actie, Besluit, Herziening
from wijkteams.moderatie.registry import reported, subject_of
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


def _refused(haven: Wijk, door: User) -> Any:
    aanvraag = make.idee(haven)
    return services.refuse(aanvraag.pk, grond="anders", reden="De gemeente bouwt hier.", door=door)


def _asked_again(aanvraag: Any) -> Herziening:
    besluit = Besluit.objects.get(soort="idee", object_id=aanvraag.pk)
    return again.ask(besluit.pk, van="auteur", melding=None, waarom="Toch wel.")


def test_refusing_mails_the_reasons_with_the_way_to_another(
    joris: User, haven: Wijk, client: Client, mailoutbox: list[Any]
) -> None:
    aanvraag = _refused(haven, joris)
    [mail] = mailoutbox
    assert "De gemeente bouwt hier." in mail.body
    assert "Het komt niet op de site" in mail.body
    url = reasons.review_url(aanvraag)
    assert url in mail.body
    page = client.get(url).content.decode()
    assert "De gemeente bouwt hier." in page
    assert "herziening" in page


def test_another_moderator_puts_it_back_in_the_queue(
    joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    aanvraag = _refused(haven, joris)
    asked = _asked_again(aanvraag)
    other = lid("mo@sluisdam.example", Rol.WIJKBEHEERDER, haven)
    again.handle(asked.pk, uitkomst="anders", antwoord="Het kan toch.", door=other)
    aanvraag.refresh_from_db()
    assert (aanvraag.staat, aanvraag.reden) == (Aanvraagstaat.NIEUW, "")
    assert aanvraag.is_open
    assert Besluit.objects.get().geldt == Actie.ALSNOG
    assert "Het kan toch." in mailoutbox[-1].body


def test_who_refused_cannot_look_again(joris: User, haven: Wijk) -> None:
    asked = _asked_again(_refused(haven, joris))
    with pytest.raises(ValidationError):
        again.handle(asked.pk, uitkomst="anders", antwoord="Toch.", door=joris)


def test_the_screen_of_looking_again_shows_the_idea(
    joris: User, as_bea: Client, haven: Wijk
) -> None:
    asked = _asked_again(_refused(haven, joris))
    page = as_bea.get(f"/beheer/gemeld/herziening/{asked.pk}/")
    if page.status_code == 404:
        from django.urls import reverse

        page = as_bea.get(reverse("moderatie:herziening", args=[asked.pk]))
    text = page.content.decode()
    assert "Elke vrijdag rijden wij" in text
    assert "Het team antwoordt alsnog" in text


def test_a_refused_idea_cannot_be_reported_or_guessed(joris: User, haven: Wijk) -> None:
    aanvraag = _refused(haven, joris)
    assert reported("idee", aanvraag.code) is None


def test_a_page_is_reported_hidden_and_put_back(joris: User, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    found = reported("initiatief", str(initiatief.translation_key))
    assert found is not None
    subject, thing = found
    assert (thing, bool(subject.url_of(thing))) == (initiatief, True)
    subject.hide(thing, door=joris)
    initiatief.refresh_from_db()
    assert not initiatief.is_live
    assert reported("initiatief", str(initiatief.translation_key)) is None
    subject.show(thing, door=joris)
    initiatief.refresh_from_db()
    assert initiatief.is_live
    assert reported("initiatief", "geen-sleutel") is None


def test_an_update_is_reported_redacted_and_hidden(joris: User, haven: Wijk) -> None:
    initiatief = make.initiatief(haven)
    nemer = Initiatiefnemer.objects.create(
        initiatief=initiatief, name="Rie", email="rie@voorbeeld.nl"
    )
    update = Update.objects.create(
        initiatief=initiatief,
        tekst="Buurman Piet helpt.",
        door_initiatiefnemer=nemer,
        controle=Controle.AKKOORD,
    )
    subject = subject_of("initiatiefbericht")
    assert subject is not None
    author = subject.author_of(update)
    assert author is not None
    assert not author.is_confirmed
    subject.redact(update, ["Piet"], door=joris)
    update.refresh_from_db()
    assert update.tekst == "Buurman [weggehaald: persoonsgegevens] helpt."
    with pytest.raises(ValidationError):
        subject.redact(update, ["Piet"], door=joris)
    subject.hide(update, door=joris)
    update.refresh_from_db()
    assert update.controle == Controle.VERBORGEN
    assert reported("initiatiefbericht", update.code) is None


def test_the_answer_goes_to_who_said_yes_to_their_address(haven: Wijk) -> None:
    from wijkteams.moderatie.registry import subject_for

    idea = make.idee(haven, email="nooit@voorbeeld.nl", confirmed=False)
    idea.initiatiefnemers.create(name="Wim", email="wim@voorbeeld.nl", bevestigd_op=timezone.now())
    subject = subject_for(idea)
    assert subject is not None
    author = subject.author_of(idea)
    assert author is not None
    assert (author.email, author.is_confirmed) == ("wim@voorbeeld.nl", True)
