"""An idea on a phone, without an account and without JavaScript (I1, I3)."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from tests.wijkteams.initiatieven.aanvragen.asking import (
    FATIMA,
    IDEA,
    JAN,
    a_photo,
    answer,
    begin,
    fill_in,
    first_of,
    send,
    tell,
)
from wijkteams.initiatieven.aanvragen.services import workdays
from wijkteams.initiatieven.models import Aanvraagconcept, Aanvraagstaat, InitiatiefAanvraag
from wijkteams.models import Thema, Wijk

pytestmark = pytest.mark.django_db
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.70, 52.00], [4.72, 52.00], [4.72, 52.02], [4.70, 52.02], [4.70, 52.00]]],
}


def test_looking_keeps_nothing(client: Client, haven: Wijk) -> None:
    response = client.get(reverse("idee:nieuw"), {"wijk": haven.slug})

    assert response.status_code == 200
    assert haven.name in response.content.decode()
    assert not Aanvraagconcept.objects.exists()


def test_without_a_ward_it_is_asked(client: Client, haven: Wijk) -> None:
    assert f'value="{haven.slug}"' in client.get(reverse("idee:nieuw")).content.decode()

    nothing = client.post(reverse("idee:nieuw"), {"wijk": ""})

    assert "Kies de wijk." in nothing.content.decode()
    assert client.get(reverse("idee:nieuw"), {"wijk": "nergens"}).status_code == 404


def test_an_idea_is_told_screen_by_screen(client: Client, haven: Wijk) -> None:
    thema = Thema.objects.create(name="Vervoer", slug="vervoer-idee")
    samen = {"naam1": "Fatima", "mail1": FATIMA}

    idea = tell(
        client, haven, samen=samen, themas={"themas": [thema.pk]}, foto={"fotos": a_photo()}
    )

    assert (idea.wijk, idea.staat) == (haven, Aanvraagstaat.NIEUW)
    assert (idea.titel, idea.idee) == tuple(IDEA["idee"].values())
    assert idea.waarom == "De supermarkt gaat weg."
    assert idea.wie == "Ik maak het rooster."
    assert idea.nodig == {"mensen": "acht chauffeurs", "materiaal": "een busje"}
    assert (idea.plaats_tekst, idea.hele_wijk) == ("Buurthuis De Kade", False)
    assert [*idea.themas.all()] == [thema]
    jan, fatima = idea.initiatiefnemers.all()
    assert (jan.name, jan.email, jan.naam_openbaar) == ("Jan Boer", JAN, True)
    assert (fatima.email, fatima.uitgenodigd_door) == (FATIMA, jan)
    assert not Aanvraagconcept.objects.exists()


def test_the_photo_is_cleaned_and_kept_apart(client: Client, haven: Wijk) -> None:
    [foto] = tell(client, haven, foto={"fotos": a_photo()}).fotos.all()

    with foto.file.open("rb") as file, Image.open(BytesIO(file.read())) as picture:
        assert dict(picture.getexif()) == {}
        assert picture.size == (foto.width, foto.height)
    assert "foto" not in foto.file.name.rpartition("/")[2]


def test_a_place_on_the_map(client: Client, haven: Wijk) -> None:
    haven.boundary = SQUARE
    haven.save()

    idea = tell(client, haven, waar={"plek": "4.71000,52.01000", "waar": ""})

    assert (idea.latitude, idea.longitude, idea.hele_wijk) == (52.01, 4.71, False)


def test_a_click_in_the_drawing_comes_back_with_a_spot(client: Client, haven: Wijk) -> None:
    haven.boundary = SQUARE
    haven.save()
    token = begin(client, haven)
    answer(client, token, "idee", **IDEA["idee"])

    response = answer(client, token, "waar", **{"plek__544.x": "272", "plek__544.y": "272"})

    assert response.url.endswith("/waar/#div_id_plek")
    html = client.get(reverse("idee:stap", args=[token, "waar"])).content.decode()
    assert "4.71000,52.01000" in html


@pytest.mark.parametrize(
    ("step", "sent", "word"),
    [
        ("idee", {"titel": " ", "idee": "Iets"}, "Vul dit in"),
        ("idee", {"titel": "x" * 121, "idee": "Iets"}, "120"),
        ("idee", {"titel": "Bus", "idee": "bsn 111222333"}, "burgerservicenummer"),
        ("waar", {"waar": ""}, "zeg in woorden waar het is"),
        ("uzelf", {"name": "", "email": JAN}, "Vul uw naam in"),
        ("uzelf", {"name": "Jan"}, "e-mailadres of een telefoonnummer in"),
        ("uzelf", {"name": "Jan", "email": "jan"}, "geen e-mailadres"),
        ("uzelf", {"name": "Jan", "phone": "12"}, "geen telefoonnummer"),
        ("uzelf", {"name": "Jan", "email": JAN, "website": "http://x"}, "Er ging iets mis"),
        ("samen", {"naam1": "Fatima", "mail1": ""}, "de naam én het e-mailadres"),
        ("samen", {"naam1": "Ik", "mail1": JAN.upper()}, "staat er al"),
        ("samen", {"naam1": "Fatima", "mail1": "fatima"}, "geen e-mailadres"),
        ("themas", {"themas": ["999999"]}, "999999"),
        ("regels", {}, "Zet een vinkje"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    client: Client, haven: Wijk, step: str, sent: dict[str, str], word: str
) -> None:
    token = fill_in(client, haven)

    response = answer(client, token, step, **sent)

    assert response.status_code == 200
    html = response.content.decode()
    assert word in html
    typed = [value for name, value in sent.items() if isinstance(value, str) and value.strip()]
    assert all(value in html for value in typed if value != "http://x")


def test_a_screen_waits_for_those_before_it(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)

    ahead = client.get(reverse("idee:stap", args=[token, "uzelf"]))
    review = client.get(reverse("idee:nakijken", args=[token]))

    assert ahead.url == review.url == reverse("idee:stap", args=[token, "idee"])
    assert client.get(reverse("idee:stap", args=[token, "onzin"])).status_code == 404


def test_changing_one_answer_leads_back_to_reading_over(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)
    url = reverse("idee:stap", args=[token, "waarom"])

    response = client.post(f"{url}?nakijken", {"waarom": "Voor de gezelligheid."})

    assert response.url == reverse("idee:nakijken", args=[token])
    html = client.get(response.url).content.decode()
    assert "Voor de gezelligheid." in html
    assert "acht chauffeurs" in html


def test_what_is_sent_twice_is_one_idea(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)

    first, second = send(client, token), send(client, token)
    back = client.get(reverse("idee:stap", args=[token, "waarom"]))

    assert first.url == second.url == back.url
    assert "/idee/mijn/" in first.url
    assert InitiatiefAanvraag.objects.count() == 1


def test_html_stays_text(client: Client, haven: Wijk) -> None:
    words = {"titel": "<script>alert(1)</script>", "idee": "<b>vet</b>"}
    token = fill_in(client, haven, idee=words)

    shown = client.get(reverse("idee:nakijken", args=[token])).content.decode()
    status = client.get(send(client, token).url).content.decode()

    for html in (shown, status):
        assert "<script>alert" not in html
        assert "&lt;script&gt;" in html


def test_a_ward_that_stopped_takes_none(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)
    Wijk.objects.filter(pk=haven.pk).update(status=Wijk.Status.GESTOPT)

    begun = client.post(reverse("idee:nieuw"), {"wijk": haven.slug})
    sent = send(client, token)

    assert "is gestopt" in begun.content.decode()
    assert "is gestopt" in sent.content.decode()
    assert not InitiatiefAanvraag.objects.exists()


def test_a_ward_that_was_taken_away(client: Client, haven: Wijk) -> None:
    token = fill_in(client, haven)
    row = Aanvraagconcept.objects.get()
    row.inhoud["wijk"] = 987654321
    row.save()

    assert client.get(reverse("idee:nakijken", args=[token])).status_code == 404
    assert send(client, token).status_code == 404


@pytest.mark.parametrize(
    ("after", "number", "day"),
    [
        (date(2026, 11, 23), 3, date(2026, 11, 26)),
        (date(2026, 11, 26), 3, date(2026, 12, 1)),
        (date(2026, 11, 28), 3, date(2026, 12, 2)),
        (date(2026, 12, 24), 3, date(2026, 12, 30)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Good Friday and Easter Monday
        (date(2025, 4, 25), 1, date(2025, 4, 28)),  # King's Day on Saturday
        (date(2026, 4, 24), 1, date(2026, 4, 28)),
    ],
)
def test_three_working_days(after: date, number: int, day: date) -> None:
    assert workdays(after, number) == day


def test_the_day_of_the_answer_is_promised(client: Client, haven: Wijk) -> None:
    idea = tell(client, haven)

    assert idea.antwoord_voor == workdays(idea.ingediend_op.date(), 3)
    assert first_of(idea).bevestigd_op is None
