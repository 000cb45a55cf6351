"""Whatever is merged, undone, supported, followed and left, in any order: nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.initiatieven import initiatief
from tests.wijkteams.initiatieven.samenvoegen.people import follower, supporter
from wijkteams.initiatieven.models import Initiatief, Samenvoeging, Steun, Volger
from wijkteams.initiatieven.samenvoegen.merging import merge, separate
from wijkteams.initiatieven.samenvoegen.moving import move_support
from wijkteams.initiatieven.steun import following
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
HOW_MANY = 4
PEOPLE = ("anna@bewoner.example", "kees@bewoner.example", "li@bewoner.example")
ACTS = {"merge": 5, "undo": 2, "follow": 4, "leave": 1, "support": 3, "yes": 3}
"How often each, for each other."
LENGTH = 40


class Town:
    """Some initiatives, and by heart what must be true of them."""

    def __init__(self, pks: list[int]) -> None:
        self.pks = pks
        self.parent: dict[int, int] = {}
        self.follows: set[tuple[str, int]] = set()
        "Who asked for which, and did not leave since."
        self.supports: set[tuple[str, int]] = set()

    def root(self, pk: int) -> int:
        while pk in self.parent:
            pk = self.parent[pk]
        return pk

    def merge(self, a: int, b: int, who: str) -> None:
        allowed = a != b and a not in self.parent and b not in self.parent
        with refused(not allowed):
            merge(a, [b], "Hetzelfde.", None)
        if allowed:
            self.parent[b] = a

    def undo(self, a: int, b: int, who: str) -> None:
        with refused(a not in self.parent):
            separate(a, None)
        self.parent.pop(a, None)

    def follow(self, a: int, b: int, who: str) -> None:
        at = self.root(a)
        if not Volger.objects.filter(initiatief=at, email=who).exists():
            follower(Initiatief.objects.get(pk=at), who)
            self.follows.add((who, at))

    def leave(self, a: int, b: int, who: str) -> None:
        """They leave what goes on, and with it all that they followed into it."""
        at = self.root(a)
        for row in Volger.objects.filter(initiatief=at, email=who):
            following.leave(row.code)
        self.follows = {(w, pk) for w, pk in self.follows if w != who or self.root(pk) != at}

    def support(self, a: int, b: int, who: str) -> None:
        at = self.root(a)
        if not Steun.objects.filter(initiatief=at, email=who).exists():
            supporter(Initiatief.objects.get(pk=at), who)
            self.supports.add((who, at))

    def yes(self, a: int, b: int, who: str) -> None:
        for row in Steun.objects.filter(initiatief=a, email=who):
            move_support(row.pk)

    def check(self) -> None:
        rows = {row.pk: row for row in Initiatief.objects.all()}
        for pk in self.pks:
            root = self.root(pk)
            assert rows[pk].samengevoegd_in_id == (root if root != pk else None)
        edges = Samenvoeging.objects.filter(los_op=None).values_list("bron", "doel")
        assert dict(edges) == self.parent
        # Each who follows anything has one row where it goes on, and one only.
        there = sorted(Volger.objects.values_list("email", "initiatief"))
        wanted = {(who, self.root(pk)) for who, pk in self.follows}
        assert {(w, pk) for w, pk in there if pk not in self.parent} == wanted
        assert len(set(there)) == len(there)
        self._check_support(rows)

    def _check_support(self, rows: dict[int, Initiatief]) -> None:
        given = list(Steun.objects.values_list("email", "verhuisd_van", "initiatief"))
        assert sorted((who, van or at) for who, van, at in given) == sorted(self.supports)
        for _who, van, at in given:
            assert van is None or self._is_under(van, at)
        for pk, row in rows.items():
            assert row.aantal_steun == sum(1 for _w, _v, at in given if at == pk)

    def _is_under(self, pk: int, other: int) -> bool:
        while pk in self.parent:
            pk = self.parent[pk]
            if pk == other:
                return True
        return False


@contextmanager
def refused(expected: bool) -> Iterator[None]:
    if not expected:
        yield
        return
    with pytest.raises(ValidationError):
        yield


def rolled_back(act: Callable[[], None]) -> None:
    with transaction.atomic():
        act()
        transaction.set_rollback(True)


@pytest.fixture
def four(haven: Wijk, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    for name in ("merged_later", "separated_later"):
        task = f"wijkteams.initiatieven.samenvoegen.telling.{name}"
        monkeypatch.setattr(task, _NoMail())
    return [initiatief(haven, title=f"Plan {n}").pk for n in range(HOW_MANY)]


class _NoMail:
    """Their text is for other tests; here it only takes time."""

    def enqueue(self, *args: object) -> None:
        """Nothing goes out."""


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**9))
def test_nothing_is_lost_in_any_order(four: list[int], seed: int) -> None:
    chance = random.Random(seed)

    def play() -> None:
        town = Town(four)
        for name in chance.choices(list(ACTS), list(ACTS.values()), k=LENGTH):
            a, b = chance.sample(four, 2)
            getattr(town, name)(a, b, chance.choice(PEOPLE))
            town.check()
        for pk in list(town.parent):  # all undone, everybody is where they began
            town.undo(pk, pk, PEOPLE[0])
            town.check()
        assert not Volger.objects.exclude(verhuisd_van=None).exists()
        assert not Steun.objects.exclude(verhuisd_van=None).exists()

    rolled_back(play)
