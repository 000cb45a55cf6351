"""The queue of a team."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.counting import count_queries
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen import merging, services
from wijkteams.signalen.models import Signaal, Staat

pytestmark = pytest.mark.django_db
QUEUE = "/beheer/signalen/"


def _shown(client: Client, **asked: str) -> set[str]:
    response = client.get(QUEUE, asked)
    assert response.status_code == 200
    return {line.signaal.titel for line in response.context["lines"]}


def test_a_team_sees_its_own_ward_only(as_joris: Client, haven: Wijk, sluis: Wijk) -> None:
    make.signal(haven, titel="Van ons")
    make.signal(sluis, titel="Van hen")
    assert _shown(as_joris) == {"Van ons"}


def test_confidential_ones_are_for_the_smaller_group(
    as_joris: Client, as_ans: Client, haven: Wijk, sluis: Wijk
) -> None:
    make.confidential(haven)
    there = make.confidential(sluis)
    assert _shown(as_joris, staat="alles") == set()
    assert _shown(as_ans, staat="alles") == {there.titel}


def test_what_is_ready_or_merged_does_not_wait(as_joris: Client, haven: Wijk, joris: User) -> None:
    one, two = make.signal(haven, titel="Een"), make.signal(haven, titel="Twee")
    done = make.signal(haven, titel="Klaar")
    services.step(done.pk, Staat.OPGELOST, door=joris, openbare_zin="Klaar.")
    merging.merge(one.pk, [two.pk], joris)
    assert _shown(as_joris) == {"Een"}
    assert _shown(as_joris, staat="alles") == {"Een", "Klaar"}
    assert _shown(as_joris, staat="opgelost") == {"Klaar"}


def test_searching_an_address_of_mail_tells_nothing(as_ans: Client, sluis: Wijk) -> None:
    make.signal(sluis, email="jan@bewoner.example", titel="Donker")
    assert _shown(as_ans, q="jan@bewoner.example") == set()
    assert _shown(as_ans, q="Bakker") == set()
    assert _shown(as_ans, q="donker") == {"Donker"}
    assert "bewoner.example" not in as_ans.get(QUEUE).content.decode()


def test_what_waits_too_long_is_found(as_joris: Client, haven: Wijk, joris: User) -> None:
    old = make.signal(haven, titel="Oud")
    long_ago = timezone.now() - timedelta(days=8)
    Signaal.objects.filter(pk=old.pk).update(gemeld_op=long_ago, bijgewerkt_op=long_ago)
    make.signal(haven, titel="Vandaag", herinnering_op=timezone.localdate())
    make.signal(haven, titel="Nieuw", toegewezen_aan=joris)
    assert _shown(as_joris, let_op="laat") == {"Oud", "Vandaag"}
    assert _shown(as_joris, let_op="mijn") == {"Nieuw"}
    assert _shown(as_joris, leeftijd="7") == {"Oud"}


def test_what_makes_no_sense_counts_as_not_asked(as_joris: Client, haven: Wijk) -> None:
    make.signal(haven, titel="Er is er een")
    asked = {"staat": "raar", "wijk": "0", "categorie": "x", "leeftijd": "-1", "p": "999"}
    assert _shown(as_joris, **asked) == {"Er is er een"}


def test_many_signals_cost_no_more_questions(as_joris: Client, haven: Wijk) -> None:
    as_joris.get(QUEUE)
    make.signal(haven)
    few = count_queries(lambda: as_joris.get(QUEUE))
    for _ in range(6):
        make.signal(haven)
    many = count_queries(lambda: as_joris.get(QUEUE))
    assert few == many
    assert many <= 15


def test_the_queue_is_no_place_for_who_has_no_role_in_it(as_wim: Client) -> None:
    assert as_wim.get(reverse("signalen:index")).status_code in (302, 403)


def test_the_map_shows_what_the_list_shows(
    as_joris: Client, as_wim: Client, haven: Wijk, sluis: Wijk
) -> None:
    square = [[4.70, 52.00], [4.72, 52.00], [4.72, 52.02], [4.70, 52.02], [4.70, 52.00]]
    Wijk.objects.filter(pk=haven.pk).update(boundary={"type": "Polygon", "coordinates": [square]})
    make.signal(haven)
    make.confidential(haven)
    make.signal(sluis)
    picture = as_joris.get(f"{QUEUE}kaart.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert picture.content.decode().count("<circle") == 1
    assert as_joris.get(f"{QUEUE}kaart.svg", {"q": "staat er niet"}).content.count(b"<circle") == 0
    assert as_joris.get(QUEUE, {"kaart": "1"}).content.count(b"<circle") == 1
    assert as_wim.get(f"{QUEUE}kaart.svg").status_code in (302, 403)
    assert count_queries(lambda: as_joris.get(QUEUE)) <= 15
