"""What residents see of results on the page of a survey."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from enquetes.models import Citaat, Enquete
from enquetes.uitslag import publishing
from enquetes.uitslag.renewing import renew
from enquetes.uitslag.seen import Words, seen
from enquetes.vragen import Vragenlijst
from tests.enquetes.uitslag.crowd import (
    AGE,
    DOGS,
    MARK,
    PLACE,
    WHY,
    WISHES,
    answers,
    close,
    dogs,
    lay_down,
    page_of,
)
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
ALL = [key(at) for at in (DOGS, WHY, MARK, AGE, WISHES, PLACE)]


def published(haven: Wijk, vragen: list[str], number: int = 200, **fields: Any) -> Enquete:
    enquete = dogs(haven, **fields)
    lay_down(enquete, *(answers(seed) for seed in range(number)))
    enquete = close(enquete)
    publishing.publish(enquete, vragen)
    return enquete


def words(client: Client, enquete: Enquete, query: str = "") -> str:
    return " ".join(client.get(f"{page_of(enquete).url}{query}").content.decode().split())


def test_only_questions_that_were_chosen_are_seen(client: Client, haven: Wijk) -> None:
    html = words(client, published(haven, [key(MARK)]))
    assert f"v-{key(MARK)}" in html
    assert f"v-{key(DOGS)}" not in html
    assert "op een schaal van 1 tot 5" in html


def test_each_chart_has_its_table(client: Client, haven: Wijk) -> None:
    html = words(client, published(haven, ALL))
    assert html.count("<details") >= html.count('class="chart"') == 5
    assert "200" in html
    assert "Daarom is het samen meer dan 100%" in html
    assert "style=" not in html.partition('id="uitslag"')[2]


def test_a_part_is_a_link_and_changes_the_figures(client: Client, haven: Wijk) -> None:
    enquete = published(haven, ALL)
    html = words(client, enquete)
    href = html.partition("Bekijk een deel")[2].split('href="?deel=')[1].partition('"')[0]
    part = words(client, enquete, f"?deel={href.partition('#')[0]}")
    assert "U ziet nu alleen wat deze groep antwoordde: Jong" in part
    assert f"v-{key(WHY)}" not in part
    assert words(client, enquete, "?deel=bestaatniet") == html


def test_before_they_are_known_nothing_is_seen(client: Client, haven: Wijk) -> None:
    enquete = dogs(haven)
    lay_down(enquete, *(answers(seed) for seed in range(40)))
    renew(enquete)
    assert 'id="uitslag"' not in words(client, close(enquete))


def test_what_is_visible_at_once_is_seen_while_it_is_open(client: Client, haven: Wijk) -> None:
    enquete = dogs(haven, zichtbaar="nu")
    lay_down(enquete, *(answers(seed) for seed in range(40)))
    renew(enquete)
    assert 'id="uitslag"' in words(client, enquete)


def test_for_who_answered_it_is_on_a_page_of_its_own(client: Client, haven: Wijk) -> None:
    enquete = dogs(haven, zichtbaar="na_invullen")
    lay_down(enquete, *(answers(seed) for seed in range(40)))
    renew(enquete)
    assert 'id="uitslag"' not in words(client, enquete)
    small = client.get(f"/enquete/{enquete.code}/uitslag/").content.decode()
    assert "In deze browser is de enquête niet ingevuld" in small
    assert 'id="uitslag"' not in small
    from django.http import HttpResponse

    from enquetes.toegang.services import remember

    marked = HttpResponse()
    remember(marked, enquete)
    client.cookies.update(marked.cookies)
    assert 'id="uitslag"' in client.get(f"/enquete/{enquete.code}/uitslag/").content.decode()


def test_when_nobody_may_see_it_there_is_no_such_page(client: Client, haven: Wijk) -> None:
    enquete = dogs(haven)
    assert client.get(f"/enquete/{enquete.code}/uitslag/").status_code == 404


def test_quotes_are_seen_as_they_were_left_and_nothing_else(client: Client, haven: Wijk) -> None:
    enquete = published(haven, ALL)
    Citaat.objects.create(enquete=enquete, vraag=key(WHY), tekst="<b>Licht</b> […]", status="tonen")
    html = words(client, enquete)
    assert "&lt;b&gt;Licht&lt;/b&gt; […]" in html
    assert "Omdat" not in html


def test_last_time_stands_beside_it(client: Client, haven: Wijk) -> None:
    before = published(haven, ALL, title="Honden vorig jaar")
    now = published(haven, ALL, number=100)
    now.vorige = before
    now.save()
    html = words(client, now)
    assert "Vorige keer (Honden vorig jaar): 200 mensen." in html


def test_many_questions_take_no_more_queries(
    client: Client, haven: Wijk, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    enquete = published(haven, ALL)
    path = page_of(enquete).url
    client.get(f"{path}?warm")
    with django_assert_max_num_queries(14):
        client.get(f"{path}?deel=x")


def test_answers_that_are_shown_together_read_as_a_sentence() -> None:
    cells = [
        {"id": "4", "text": "", "aantal": 30, "procent": 60.0},
        *({"id": one, "text": "", "aantal": None, "procent": None} for one in ("1", "2", "3")),
    ]
    figure = {
        "id": "v",
        "soort": "schaal",
        "text": "Uw cijfer?",
        "n": 50,
        "cellen": cells,
        "samen": 20,
        "rijen": [],
        "plaatsen": [],
        "gemiddelde": None,
        "reden": "",
    }

    together = seen(figure, Words(Vragenlijst()), 1).deel.samen

    assert together is not None
    assert (together.text, together.aantal) == ("‘1’, ‘2’ en ‘3’", 20)
