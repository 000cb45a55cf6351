from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale

from tests.counting import count_queries
from tests.factories.signalen import confidential, partner, signal
from wijkteams.draden.services import bind, unbind
from wijkteams.draden.showing import chain_of
from wijkteams.models import Draad, Wijk
from wijkteams.signalen.models import Signaal

pytestmark = pytest.mark.django_db


@pytest.fixture
def dutch(haven: Wijk) -> Locale:
    return Locale.get_default()


def _titles(thing: Any, locale: Locale) -> list[str]:
    return [step.title for step in chain_of(thing, locale)]


def _three(haven: Wijk) -> list[Signaal]:
    made = [signal(haven, titel=title) for title in ("Eerst", "Toen", "Daarna")]
    bind(made[0], made[1], "Daarom.")
    bind(made[1], made[2])
    return made


def test_every_end_shows_the_same_thread(haven: Wijk, dutch: Locale) -> None:
    for one in _three(haven):
        assert _titles(one, dutch) == ["Eerst", "Toen", "Daarna"]


def test_it_says_where_the_reader_is(haven: Wijk, dutch: Locale) -> None:
    made = _three(haven)
    assert [step.is_here for step in chain_of(made[1], dutch)] == [False, True, False]


def test_what_hangs_on_nothing_has_no_thread(haven: Wijk, dutch: Locale) -> None:
    assert chain_of(signal(haven), dutch) == []


def test_what_is_not_public_is_left_out(haven: Wijk, dutch: Locale) -> None:
    public, hidden = signal(haven, titel="Open"), confidential(haven)
    last = signal(haven, titel="Uitkomst")
    bind(public, last)
    bind(hidden, last)
    assert _titles(last, dutch) == ["Open", "Uitkomst"]


def test_a_ring_ends(haven: Wijk, dutch: Locale) -> None:
    made = _three(haven)
    bind(made[2], made[0])
    assert sorted(_titles(made[0], dutch)) == ["Daarna", "Eerst", "Toen"]


def test_nothing_comes_from_itself(haven: Wijk) -> None:
    one = signal(haven)
    with pytest.raises(ValueError, match="two ends"):
        bind(one, one)


def test_binding_twice_is_binding_once(haven: Wijk, dutch: Locale) -> None:
    made = _three(haven)
    bind(made[0], made[1])
    assert Draad.objects.count() == 2
    unbind(Draad.objects.earliest("pk"))
    assert chain_of(made[0], dutch) == []


def test_what_no_app_registered_is_no_step(haven: Wijk, dutch: Locale) -> None:
    made = _three(haven)
    bind(made[2], partner(haven))
    assert len(chain_of(made[0], dutch)) == 3


def test_a_long_thread_costs_no_more_than_a_short_one(haven: Wijk, dutch: Locale) -> None:
    made = _three(haven)
    bind(made[0], signal(haven, titel="Gevolg"))
    chain_of(made[1], dutch)
    few = count_queries(lambda: chain_of(made[1], dutch))
    for number in range(30):
        bind(made[0], signal(haven, titel=f"Gevolg {number}"))
    assert count_queries(lambda: chain_of(made[1], dutch)) == few


def test_the_page_of_a_signal_shows_its_thread(haven: Wijk, client: Client) -> None:
    made = _three(haven)
    page = client.get(f"/havenkwartier/signalen/{made[1].code}/")
    assert page.status_code == 200
    assert "Van signaal tot resultaat" in page.text
