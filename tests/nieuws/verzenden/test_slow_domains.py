"""Some providers take but so many mails a minute (requirement N14)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from nieuws.models import Editie, Lijst, Tempo
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.post import Post

pytestmark = pytest.mark.django_db


@pytest.fixture
def minute() -> datetime:
    """The begin of the next minute."""
    return timezone.now().replace(second=1, microsecond=0) + timedelta(minutes=1)


def domains(post: Post) -> list[str]:
    return sorted(to.partition("@")[2] for to in post.readers)


def test_a_slow_domain_gets_its_number_and_others_do_not_wait(
    editie: Editie, lijst: Lijst, post: Post, settings: Any, minute: datetime
) -> None:
    settings.NEWSLETTER_PER_MINUTE = {"Traag.example": 2}
    for number in range(5):
        reader(lijst, f"lezer{number}@traag.example")
    with time_machine.travel(minute, tick=False):
        assert turn(editie.pk) is not None
        assert domains(post).count("traag.example") == 2
        assert domains(post).count("sluisdam.example") == 3
        turn(editie.pk)
        assert domains(post).count("traag.example") == 2
    with time_machine.travel(minute + timedelta(minutes=1), tick=False):
        turn(editie.pk)
        assert domains(post).count("traag.example") == 4


def test_a_measure_for_all_holds_for_all(
    editie: Editie, post: Post, settings: Any, minute: datetime
) -> None:
    settings.NEWSLETTER_PER_MINUTE = {"*": 2}
    with time_machine.travel(minute, tick=False):
        turn(editie.pk)
        turn(editie.pk)
    assert len(post.taken) == 2


def test_without_the_setting_nothing_is_counted(editie: Editie, post: Post) -> None:
    turn(editie.pk)
    assert not Tempo.objects.exists()


def test_old_counts_go(editie: Editie, post: Post, settings: Any) -> None:
    settings.NEWSLETTER_PER_MINUTE = {"*": 99}
    Tempo.objects.create(key="oud", minute=timezone.now() - timedelta(hours=3), mails=2)
    turn(editie.pk)
    assert not Tempo.objects.filter(key="oud").exists()
