"""What looks like an idea: joining comes first (I4)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.factories.initiatieven import initiatief
from tests.wijkteams.initiatieven.aanvragen.asking import IDEA, answer, begin
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import InitiatiefPage, Staat
from wijkteams.models import Thema, Wijk

pytestmark = pytest.mark.django_db


def titles(*args: object, **kwargs: object) -> list[str]:
    return [one.titel for one in similar(*args, **kwargs)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("titel", "tekst"),
    [
        ("Boodschappen met een busje", ""),
        ("bodschapenservice", ""),
        ("BOODSCHAPPENSERVICE!", ""),
        ("Samen op pad", "Wij willen een boodschappenservice voor ouderen."),
    ],
)
def test_the_same_words_or_nearly_so(haven: Wijk, titel: str, tekst: str) -> None:
    initiatief(haven, title="Boodschappenservice")
    initiatief(haven, title="Geveltuinen in de Kadestraat")

    assert titles(titel, tekst, wijk=haven) == ["Boodschappenservice"]


def test_other_ideas_and_no_words_find_nothing(haven: Wijk) -> None:
    initiatief(haven, title="Boodschappenservice")

    assert titles("Repaircafé in het buurthuis", "Wij maken fietsen.", wijk=haven) == []
    assert titles("", "", wijk=haven) == []
    assert titles("% _ ' \\", "", wijk=haven) == []


def test_only_what_is_on_the_site_and_goes_on_itself(haven: Wijk) -> None:
    target = initiatief(haven, title="Boodschappenbus")
    initiatief(haven, title="Boodschappenbus oud", samengevoegd_in=target)
    initiatief(haven, title="Boodschappenbus stil", is_live=False)

    [found] = similar("Boodschappenbus", "", wijk=haven)

    assert found.pk == target.pk
    assert found.url.startswith("/")


def test_the_own_ward_goes_before_others(haven: Wijk, sluis: Wijk) -> None:
    initiatief(sluis, title="Boodschappenbus")
    initiatief(haven, title="Een boodschappenbus voor ouderen")

    found = similar("Boodschappenbus", "voor ouderen", wijk=haven)

    assert {one.wijk for one in found} == {"", sluis.name}
    assert titles("Boodschappenbus", "", wijk=None)[0] == "Boodschappenbus"


def test_near_and_the_same_theme_go_first(haven: Wijk) -> None:
    thema = Thema.objects.create(name="Groen", slug="groen-alike")
    near = initiatief(
        haven, title="Tuin aan de Kade", hele_wijk=False, latitude=52.01, longitude=4.71
    )
    themed = initiatief(haven, title="Tuin aan de Gracht")
    page = InitiatiefPage.objects.get(translation_key=themed.translation_key)
    page.themas.add(thema)
    page.save_revision().publish()

    by_place = similar("Tuin aan het water", "", wijk=haven, place=(52.0101, 4.71))
    by_theme = similar("Tuin aan het water", "", wijk=haven, themas=[thema.pk])

    assert by_place[0].pk == near.pk
    assert by_place[0].afstand == "50 meter verder"
    assert by_theme[0].pk == themed.pk


def test_the_number_of_queries_stays_the_same(
    haven: Wijk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(4):
        initiatief(haven, title=f"Boodschappenbus {number}")
    similar("Boodschappenbus", "", wijk=haven)

    with django_assert_max_num_queries(8):
        assert len(similar("Boodschappenbus", "", wijk=haven)) == 4


def test_who_has_the_same_idea_is_asked_to_join_first(client: Client, haven: Wijk) -> None:
    initiatief(haven, title="Samen boodschappen halen", staat=Staat.ZOEKT_HULP)
    token = begin(client, haven)

    response = answer(client, token, "idee", **IDEA["idee"])

    assert response.url == reverse("idee:stap", args=[token, "lijkt-op"])
    html = client.get(response.url).content.decode()
    assert "Samen boodschappen halen" in html
    assert html.index("Doe mee met dit initiatief") < html.index("Toch nieuw")
    assert reverse("idee:stap", args=[token, "waarom"]) in html


def test_without_any_the_screen_is_left_out(client: Client, haven: Wijk) -> None:
    token = begin(client, haven)

    response = answer(client, token, "idee", **IDEA["idee"])

    assert response.url == reverse("idee:stap", args=[token, "waarom"])


def test_while_typing(client: Client, haven: Wijk) -> None:
    initiatief(haven, title="Boodschappenbus")
    url = reverse("idee:lijkt_op")

    found = client.get(url, {"wijk": haven.slug, "q": "boodschap"})
    nothing = client.get(url, {"wijk": haven.slug, "q": "repaircafé"})

    assert "Boodschappenbus" in found.content.decode()
    assert "<html" not in found.content.decode()
    assert nothing.content.decode().strip() == ""
    assert client.get(url, {"wijk": "nergens", "q": "x"}).status_code == 404
