"""The queue of ideas and the screen of one, in the CMS."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.conftest import client_of
from tests.factories import initiatieven as make
from tests.factories import lid, photo_file
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import fotos
from wijkteams.initiatieven.models import Aanvraagstaat, Initiatief, InitiatiefAanvraag
from wijkteams.initiatieven.werk import services
from wijkteams.models import Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db

QUEUE = "/beheer/initiatieven/ideeen/"
REFUSED = {302, 403, 404}
"The guard leads who may not look back to the dashboard."


def _url(name: str, aanvraag: InitiatiefAanvraag, *more: int) -> str:
    return reverse(f"initiatieven:{name}", args=[aanvraag.pk, *more])


def _accept(**sent: str) -> dict[str, str]:
    return {
        "titel": "De boodschappenbus",
        "samenvatting": "Elke vrijdag naar de winkel.",
        "staat": "in_gesprek",
        "zin": "Wij denken mee.",
        "seen": "0",
        **sent,
    }


def test_who_waits_too_long_stands_first_and_red(as_joris: Client, haven: Wijk) -> None:
    today = timezone.localdate()
    make.idee(haven, titel="Straks", antwoord_voor=today + timedelta(days=2))
    make.idee(haven, titel="Te lang", antwoord_voor=today - timedelta(days=1))
    make.idee(haven, titel="Vandaag", antwoord_voor=today)
    response = as_joris.get(QUEUE)
    lines = response.context["lines"]
    assert [(one.aanvraag.titel, one.term.words, one.term.is_late) for one in lines] == [
        ("Te lang", "1 dag te laat", True),
        ("Vandaag", "Antwoord vandaag", False),
        ("Straks", "Nog 2 dagen", False),
    ]
    assert response.content.decode().count("signalen__kaartje--laat") == 1
    late = as_joris.get(QUEUE, {"let_op": "laat"}).context["lines"]
    assert [one.aanvraag.titel for one in late] == ["Te lang"]


def test_a_question_to_the_initiator_stops_the_clock(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    aanvraag = make.idee(haven, antwoord_voor=timezone.localdate() - timedelta(days=9))
    services.ask(aanvraag.pk, vraag="Wanneer?", door=joris)
    [line] = as_joris.get(QUEUE).context["lines"]
    assert line.term is None


def test_ideas_of_another_ward_are_not_there(
    as_joris: Client, as_wim: Client, haven: Wijk, sluis: Wijk
) -> None:
    other = make.idee(sluis)
    assert not as_joris.get(QUEUE).context["lines"]
    assert as_joris.get(_url("idee", other)).status_code in REFUSED
    assert as_joris.post(_url("aannemen", other), _accept()).status_code in REFUSED
    assert as_wim.get(QUEUE).status_code in {302, 403}
    assert not Initiatief.objects.exists()


def test_the_queue_asks_as_much_for_many_as_for_few(
    as_joris: Client, haven: Wijk, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        make.idee(haven, titel=f"Idee {number}")
    as_joris.get(QUEUE)
    with django_assert_max_num_queries(60) as few:
        as_joris.get(QUEUE)
    for number in range(12):
        make.idee(haven, titel=f"Nog een {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        as_joris.get(QUEUE)


def test_contact_is_for_who_has_the_right_to_it(as_joris: Client, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    page = as_joris.get(_url("idee", aanvraag)).content.decode()
    assert "rie@voorbeeld.nl" in page
    moderator = client_of(lid("mo@sluisdam.example", Rol.MODERATOR, haven))
    assert moderator.get(_url("idee", aanvraag)).status_code in {302, 403}


def test_one_click_accepts_what_is_filled_in_already(as_joris: Client, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    form = as_joris.get(_url("idee", aanvraag)).context["aanneem"]
    sent = {name: form[name].value() for name in form.fields}
    assert as_joris.post(_url("aannemen", aanvraag), sent).status_code == 302
    initiatief = Initiatief.objects.get()
    assert (initiatief.title, initiatief.is_live) == ("Een bus naar de winkel", True)
    page = as_joris.get(_url("idee", aanvraag)).content.decode()
    assert reverse("initiatieven:een", args=[initiatief.pk]) in page


def test_a_draft_is_asked_for_with_the_other_button(as_joris: Client, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    as_joris.post(_url("aannemen", aanvraag), _accept(concept=""))
    assert not Initiatief.objects.get().is_live


def test_what_was_forgotten_is_said_next_to_it_and_the_rest_stays(
    as_joris: Client, haven: Wijk
) -> None:
    aanvraag = make.idee(haven)
    response = as_joris.post(_url("aannemen", aanvraag), _accept(zin="", titel="Mijn titel"))
    assert response.status_code == 422
    assert response.context["aanneem"].errors.keys() == {"zin"}
    assert "Mijn titel" in response.content.decode()
    refused = as_joris.post(_url("afwijzen", aanvraag), {"grond": "anders", "seen": "0"})
    assert refused.status_code == 422
    assert refused.context["afwijs"].errors.keys() == {"reden"}
    aanvraag.refresh_from_db()
    assert aanvraag.staat == Aanvraagstaat.NIEUW


@pytest.mark.parametrize("seen", ["", "x", "9" * 40, "-1"])
def test_a_strange_number_of_what_was_seen_does_nothing(
    as_joris: Client, haven: Wijk, seen: str
) -> None:
    aanvraag = make.idee(haven)
    response = as_joris.post(_url("aannemen", aanvraag), _accept(seen=seen))
    assert response.status_code in {409, 422}
    assert not Initiatief.objects.exists()


def test_who_is_second_sees_what_the_other_did_and_keeps_what_was_typed(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    aanvraag = make.idee(haven)
    services.ask(aanvraag.pk, vraag="Wie doet er mee?", door=joris)
    sent = {"grond": "anders", "reden": "Dit typte ik.", "seen": "0"}
    response = as_joris.post(_url("afwijzen", aanvraag), sent)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Wie doet er mee?" in page
    assert "Dit typte ik." in page
    again = {**sent, "seen": response.context["afwijs"]["seen"].value()}
    assert as_joris.post(_url("afwijzen", aanvraag), again).status_code == 302
    aanvraag.refresh_from_db()
    assert aanvraag.staat == Aanvraagstaat.AFGEWEZEN


def test_an_answer_after_the_answer_shows_the_answer(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    aanvraag = make.idee(haven)
    services.refuse(aanvraag.pk, grond="anders", reden="Kan niet.", door=joris)
    response = as_joris.post(_url("aannemen", aanvraag), _accept(seen="1"))
    assert response.status_code == 409
    assert "Kan niet." in response.content.decode()
    assert not Initiatief.objects.exists()


def test_the_photo_is_for_the_team_alone(
    as_joris: Client, as_fatma: Client, client: Client, haven: Wijk
) -> None:
    aanvraag = make.idee(haven)
    foto = fotos.store(aanvraag, photo_file().read())
    url = _url("foto", aanvraag, foto.pk)
    assert as_joris.get(url)["Content-Type"] == "image/jpeg"
    assert as_fatma.get(url).status_code in REFUSED
    assert client.get(url).status_code == 302
    other = make.idee(haven)
    assert as_joris.get(_url("foto", other, foto.pk)).status_code == 404


def test_similar_initiatives_stand_beside_it(as_joris: Client, haven: Wijk) -> None:
    make.initiatief(haven, title="Een bus naar de winkel")
    page = as_joris.get(_url("idee", make.idee(haven))).content.decode()
    assert "Lijkt dit erop?" in page


def test_somebody_takes_it_up(as_joris: Client, joris: User, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    as_joris.post(_url("oppakken", aanvraag), {"aan": joris.pk})
    mine = as_joris.get(QUEUE, {"let_op": "mijn"}).context["lines"]
    assert [one.aanvraag for one in mine] == [aanvraag]
    assert as_joris.post(_url("oppakken", aanvraag), {"aan": "99999"}).status_code == 422


def test_looking_changes_nothing(as_joris: Client, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    names = ("aannemen", "vragen", "afwijzen", "meedoen", "oppakken")
    assert {as_joris.get(_url(name, aanvraag)).status_code for name in names} == {405}


def test_the_initiator_answers_a_question_by_the_link(
    client: Client, joris: User, haven: Wijk, mailoutbox: list[Any]
) -> None:
    aanvraag = make.idee(haven)
    services.ask(aanvraag.pk, vraag="Wie doet er mee?", door=joris)
    url = reverse("idee_antwoord", args=[tokens.make(tokens.AANVRAAG, aanvraag.code)])
    assert url in mailoutbox[0].body
    assert "Wie doet er mee?" in client.get(url).content.decode()
    assert client.post(url, {"tekst": ""}).status_code == 422
    assert client.post(url, {"tekst": "Mijn straat."}).status_code == 302
    assert "Mijn straat." in client.get(url).content.decode()
    aanvraag.refresh_from_db()
    assert aanvraag.staat == Aanvraagstaat.NIEUW
    client.post(url, {"tekst": "Nog eens."})
    assert not aanvraag.stappen.filter(tekst="Nog eens.").exists()


def test_a_link_for_something_else_opens_no_question(client: Client, haven: Wijk) -> None:
    aanvraag = make.idee(haven)
    for token in (tokens.make(tokens.NEMER, aanvraag.code), aanvraag.code, "x" * 73):
        assert client.get(reverse("idee_antwoord", args=[token])).status_code == 404


def test_that_no_mail_arrives_is_read_before_the_answer(as_joris: Client, haven: Wijk) -> None:
    idea = make.idee(haven, confirmed=False)
    text = as_joris.get(reverse("initiatieven:idee", args=[idea.pk])).content.decode()
    assert text.count("Niemand bevestigde een mailadres") == 1
    assert text.index("Niemand bevestigde een mailadres") < text.index("Neem aan")
    idea.initiatiefnemers.update(bevestigd_op=timezone.now())
    text = as_joris.get(reverse("initiatieven:idee", args=[idea.pk])).content.decode()
    assert "Niemand bevestigde een mailadres" not in text


def test_who_is_led_back_sees_only_the_answer_that_is_wrong(as_joris: Client, haven: Wijk) -> None:
    idea = make.idee(haven)
    screen = as_joris.get(reverse("initiatieven:idee", args=[idea.pk])).content.decode()
    assert _open_folds(screen) == ["antwoord-neem-aan"]
    url = reverse("initiatieven:afwijzen", args=[idea.pk])
    assert f'action="{url}#antwoord-wijs-af"' in screen
    response = as_joris.post(url, {"seen": idea.stap, "grond": "anders", "reden": ""})
    assert response.status_code == 422
    assert _open_folds(response.content.decode()) == ["antwoord-wijs-af"]


def _open_folds(text: str) -> list[str]:
    return re.findall(r'<details id="([\w-]+)"\s+open>', text)


def test_what_another_did_is_read_where_the_browser_goes(
    as_joris: Client, fatma: User, haven: Wijk
) -> None:
    idea = make.idee(haven)
    services.ask(idea.pk, vraag="Wie doet er mee?", door=fatma)
    url = reverse("initiatieven:afwijzen", args=[idea.pk])
    sent = {"seen": idea.stap, "grond": "anders", "reden": "Dit kan hier niet."}
    response = as_joris.post(url, sent)
    fold = response.content.decode().partition('id="antwoord-wijs-af"')[2]
    assert response.status_code == 409
    assert "Iemand anders was je net voor" in fold.partition("</details>")[0]
    assert "Dit kan hier niet." in fold
