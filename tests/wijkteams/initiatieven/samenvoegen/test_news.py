"""Who moves because of a merge or its undoing, first hears what they had not heard yet (I5, I8)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from tests.factories.initiatieven import initiatief
from tests.wijkteams.initiatieven.steun.test_following import METEEN, WEEK, follower, update_of
from wijkteams.initiatieven.models import Initiatief, Volger
from wijkteams.initiatieven.samenvoegen.merging import merge, separate
from wijkteams.initiatieven.steun import digest
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
WHY = "Beide groepen willen een bus."
NEWS = "De taxi heeft een chauffeur."


@pytest.fixture
def bus(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Boodschappenbus")


@pytest.fixture
def taxi(haven: Wijk) -> Initiatief:
    return initiatief(haven, title="Buurttaxi")


def heard(words: str) -> list[str]:
    """Who got a mail that says this; then all is forgotten."""
    found = sorted(one.to[0] for one in mail.outbox if words in str(one.body))
    mail.outbox.clear()
    return found


def test_of_what_is_merged(bus: Initiatief, taxi: Initiatief) -> None:
    anna = follower(taxi, WEEK, days=5)
    heard_all = follower(taxi, WEEK, days=-1, email="kees@bewoner.example")
    follower(taxi, WEEK, days=5, email="li@bewoner.example", bevestigd_op=None)
    update_of(taxi, NEWS)
    merge(bus.pk, [taxi.pk], WHY, None)
    told = next(one for one in mail.outbox if NEWS in str(one.body))
    assert "Buurttaxi" in told.subject
    assert "List-Unsubscribe" in told.extra_headers
    assert heard(NEWS) == [anna.email]
    # Once is enough: in the week after it they hear of the other only.
    rows = Volger.objects.filter(pk__in=[anna.pk, heard_all.pk])
    rows.update(verstuurd_tot=timezone.now() - timedelta(days=7))
    update_of(bus, "De bus rijdt.")
    digest.tell_weekly.call()
    assert not any(NEWS in str(one.body) for one in mail.outbox)
    assert heard("De bus rijdt.") == [anna.email, heard_all.email]


def test_of_where_it_went_on_when_that_is_undone(bus: Initiatief, taxi: Initiatief) -> None:
    anna = follower(taxi, WEEK, days=5)
    merge(bus.pk, [taxi.pk], WHY, None)
    update_of(bus, "De bus rijdt.")
    separate(taxi.pk, None)
    assert heard("De bus rijdt.") == [anna.email]


def test_of_where_they_waited(haven: Wijk, bus: Initiatief, taxi: Initiatief) -> None:
    """Anna follows the taxi and the van; the van is taken out again, so the taxi's row moves on."""
    van = initiatief(haven, title="Bestelbus")
    anna = follower(van, WEEK, days=5)
    follower(taxi, WEEK, days=5)
    merge(bus.pk, [van.pk], WHY, None)
    merge(bus.pk, [taxi.pk], WHY, None)
    update_of(taxi, NEWS)
    separate(van.pk, None)
    assert heard(NEWS) == [anna.email]


def test_nothing_new_is_no_mail_and_off_the_site_neither(bus: Initiatief, taxi: Initiatief) -> None:
    follower(taxi, METEEN, days=5)
    merge(bus.pk, [taxi.pk], WHY, None)
    separate(taxi.pk, None)
    assert heard("Dit is nieuw") == []
    Volger.objects.update(verstuurd_tot=timezone.now() - timedelta(days=5))
    update_of(taxi, NEWS)
    Initiatief.objects.filter(pk=taxi.pk).update(is_live=False)
    merge(bus.pk, [taxi.pk], WHY, None)
    assert heard(NEWS) == []
