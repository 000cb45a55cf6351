"""Rule R-26: whatever is done in whatever order, nothing that nobody approved is seen.

Five hundred sequences with fixed seeds: a hundred at each change, the others by night.
"""

from __future__ import annotations

import random
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from accounts.models import User
from tests.factories import lid
from tests.factories.signalen import partner
from tests.wijkteams.moderatie.stories import ACTS, Story
from wijkteams.models import Wijk
from wijkteams.roles import Rol
from wijkteams.signalen.models import Melder, SignaalFoto

pytestmark = pytest.mark.django_db
TOGETHER = 4
"Signals of one ward, in one test: they can be merged."
OF_ALL = (
    "/havenkwartier/signalen/",
    "/havenkwartier/signalen/rss.xml",
    "/havenkwartier/signalen/signalen.csv",
    "/havenkwartier/signalen/signalen.geojson",
    "/signalen/",
    "/georeport/v2/requests.json?extended=true",
    "/georeport/v2/servicerequestupdates.xml",
)


@pytest.fixture
def team(haven: Wijk) -> tuple[User, User, User]:
    partner(haven)
    names = ("mo", "tess", "ans")
    found = [lid(f"{name}@wijkteam.example", Rol.WIJKBEHEERDER, haven) for name in names]
    return found[0], found[1], found[2]


def _got(address: str) -> str:
    answer: Any = Client().get(address)
    if answer.status_code != 200:
        return ""
    return b"".join(answer).decode() if address.endswith(("csv", "geojson")) else answer.text


def _look(story: Story) -> str:
    """All that a stranger finds of one signal; its page says just what was approved."""
    row = story.row
    page = _got(f"/havenkwartier/signalen/{row.code}/")
    if story.lead is None:
        assert bool(page) is story.is_seen, story.done
        absent = [word for word in story.words_seen if word not in page]
        assert not absent, (absent, story.done)
    foto = SignaalFoto.objects.filter(pk=story.photo_pk).first()
    if foto is not None:
        seen = Client().get(f"/signaal/foto/{foto.code}.jpg").status_code == 200
        approved = story.photo and story.is_seen and story.klasse == "openbaar"
        assert seen is approved, story.done
    more = (f"/georeport/v2/requests/{row.code}.json", f"/signaal/{row.code}/ook/")
    return page + "".join(map(_got, more)) + _got(f"/melden/signaal/{row.code}/")


def _letters(story: Story) -> str:
    """What went to residents: not to the partner, nor to the team."""
    team = ("@wijkteam.example", "@woongoed.example")
    return "".join(
        f"{one.subject}{one.body}{one.alternatives}"
        for one in mail.outbox
        if not one.to[0].endswith(team)
    )


def _run(seed: int, haven: Wijk, team: tuple[User, User, User]) -> int:
    """Four sequences that go through one another; gives how many signals are seen in the end."""
    chance = random.Random(seed)
    stories = [Story(f"q{seed}x{n}q", haven, team, chance) for n in range(TOGETHER)]
    for one in stories:
        one.others = stories
        one.tell()
    turns = [one for one in stories for _turn in range(chance.randint(5, 16))]
    chance.shuffle(turns)
    for one in turns:
        one.act(chance.choice(ACTS))
    found = "".join(map(_look, stories)) + "".join(map(_got, OF_ALL))
    for one in stories:
        leaked = [word for word in one.words_hidden if word in found]
        assert not leaked, (seed, leaked, one.done)
        written = [word for word in one.private if word in _letters(one)]
        assert not written, (seed, written, one.done)
    return sum(one.is_seen for one in stories)


@pytest.mark.parametrize("seed", range(5))
def test_a_hundred_sequences_show_nothing_unapproved(
    seed: int, haven: Wijk, team: tuple[User, User, User]
) -> None:
    seen = sum(_run(seed * 5 + turn, haven, team) for turn in range(5))
    assert seen > 0  # else nothing was tried
    assert Melder.objects.count() == 5 * TOGETHER


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(5, 25))
def test_four_hundred_more(seed: int, haven: Wijk, team: tuple[User, User, User]) -> None:
    assert sum(_run(seed * 5 + turn, haven, team) for turn in range(5)) > 0
