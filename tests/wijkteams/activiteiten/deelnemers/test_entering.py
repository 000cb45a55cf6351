"""The team types in who phones, wrote on paper, or stands at the door (A3, PL6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories.activiteiten import activiteit, weekly
from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, typed, url
from wijkteams.activiteiten.models import Aanmelding, Activiteit, AgendaPage, Keer
from wijkteams.activiteiten.models.choices import Bereik

pytestmark = pytest.mark.django_db


def test_a_name_is_enough_and_the_source_is_kept(keer: Keer, pim: User) -> None:
    client_of(pim).post(url(keer, "toevoegen/"), typed(phone="", bron="papier"))

    row = Aanmelding.objects.get()
    assert (row.name, row.status, row.bron) == ("Mevrouw De Wit", "bevestigd", "papier")
    assert (row.entered_by, row.keer) == (pim, keer)
    assert mail.outbox == []


def test_whoever_has_an_address_gets_a_mail(keer: Keer, as_joris: Client) -> None:
    as_joris.post(url(keer, "toevoegen/"), typed(email="wit@b.example"))

    assert [message.to for message in mail.outbox] == [["wit@b.example"]]


def test_team_fills_the_places_that_were_kept_free(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram", adults=4)

    answer = as_joris.post(url(keer, "toevoegen/"), typed(adults="2"), follow=True)

    assert "Mevrouw De Wit staat op de lijst, met 2 plekken" in answer.content.decode()
    assert Aanmelding.objects.get(bron="telefoon").status == "bevestigd"


def test_when_it_is_full_it_is_the_waiting_list_and_the_team_is_told(
    keer: Keer, as_joris: Client
) -> None:
    sign_up(keer, "Bram", adults=4)

    answer = as_joris.post(url(keer, "toevoegen/"), typed(adults="3"), follow=True)

    assert "Het is vol. Mevrouw De Wit staat op de wachtlijst" in answer.content.decode()
    assert Aanmelding.objects.get(bron="telefoon").status == "wachtlijst"


def test_without_a_waiting_list_it_is_refused_and_what_was_typed_stays(
    keer: Keer, as_joris: Client
) -> None:
    Activiteit.objects.update(wachtlijst=False)

    html = as_joris.post(url(keer, "toevoegen/"), typed(adults="7")).content.decode()

    assert "Er is geen plek meer, ook geen vrijgehouden plek" in html
    assert "Mevrouw De Wit" in html
    assert not Aanmelding.objects.exists()


def test_a_double_click_is_one(keer: Keer, as_joris: Client) -> None:
    for _time in range(2):
        as_joris.post(url(keer, "toevoegen/"), typed())

    assert Aanmelding.objects.count() == 1


def test_after_one_the_form_is_there_for_the_next_with_the_same_source(
    keer: Keer, as_joris: Client
) -> None:
    answer = as_joris.post(url(keer, "toevoegen/"), typed(bron="deur", volgende="1"), follow=True)
    html = answer.content.decode()

    assert answer.redirect_chain[-1][0] == f"{url(keer, 'toevoegen/')}?hoe=deur"
    assert 'value="deur" checked' in html.replace('id="id_bron_2" ', "").replace("  ", " ") or (
        html.index('value="deur"') > 0 and "checked" in html[html.index('value="deur"') :][:120]
    )
    assert 'value="Mevrouw De Wit"' not in html


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": ""}, "verplicht veld"),
        ({"adults": "0"}, "Vul in hoeveel mensen er komen"),
        ({"adults": "-1"}, "minstens 0"),
        ({"adults": "veel"}, "Vul een getal in"),
        ({"adults": "9" * 30}, "hoogstens 500"),
        ({"phone": "bel maar"}, "geen telefoonnummer"),
        ({"bron": "web"}, "web"),
        ({"name": "BSN 111222333"}, "burgerservicenummer"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(
    keer: Keer, as_joris: Client, wrong: dict[str, Any], words: str
) -> None:
    answer = as_joris.post(url(keer, "toevoegen/"), typed(**wrong))

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not Aanmelding.objects.exists()


def test_answers_to_the_questions_of_the_team_are_kept(
    haven_agenda: AgendaPage, as_joris: Client
) -> None:
    question = {"question": "Wat wilt u niet eten?", "choices": "", "required": True}
    found = activiteit(
        haven_agenda, "Samen eten", inschrijving="open", vragen=[("vraag", question)]
    )
    keer = Keer.objects.get(activiteit=found)

    as_joris.post(url(keer, "toevoegen/"), typed(vraag_1="Vis"))
    as_joris.post(url(keer, "toevoegen/"), typed(request_key="twee"))

    answers = list(Aanmelding.objects.order_by("pk").values_list("answers", flat=True))
    assert answers == [{"Wat wilt u niet eten?": "Vis"}, {}]


def test_of_a_series_one_is_put_on_the_list_of_all_times(
    haven_agenda: AgendaPage, as_joris: Client
) -> None:
    found = activiteit(
        haven_agenda, "Cursus", inschrijving="open", bereik=Bereik.REEKS, rule=weekly(count=6)
    )
    first = found.keren.first()
    assert first is not None

    as_joris.post(f"/beheer/deelnemers/reeks/{found.pk}/toevoegen/", typed())
    as_joris.post(url(first, "toevoegen/"), typed(request_key="twee", name="Bram"))

    assert list(Aanmelding.objects.values_list("keer", flat=True)) == [None, None]
    for path in (url(first), f"/beheer/deelnemers/reeks/{found.pk}/"):
        html = as_joris.get(path).content.decode()
        assert "Mevrouw De Wit" in html
        assert "Bram" in html


def test_nobody_is_put_on_the_list_of_what_is_over(keer: Keer, as_joris: Client) -> None:
    now = timezone.now().replace(microsecond=0)
    Keer.objects.update(starts_at=now - timedelta(hours=3), ends_at=now - timedelta(hours=1))

    html = as_joris.post(url(keer, "toevoegen/"), typed()).content.decode()

    assert "Het is al geweest" in html
