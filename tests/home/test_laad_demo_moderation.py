"""What readers of the demo city reported: something to try for who moderates, and no mail."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse

from accounts.models import User
from tests.conftest import client_of
from tests.home.demo_city import AS_DEMO
from wijkteams.moderatie.again import may_handle
from wijkteams.moderatie.demo import load
from wijkteams.moderatie.models import Herziening, Inhoudsmelding
from wijkteams.signalen.models import Signaal


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def test_one_is_new_one_decided_and_one_looked_at_again() -> None:
    stands = [(one.is_open, bool(one.besluit)) for one in Inhoudsmelding.objects.all()]
    assert sorted(stands) == [(False, True), (False, True), (True, False)]
    assert Herziening.objects.get(uitkomst="").besluit.geldt == "blijft"


def test_all_stand_on_the_site_and_each_step_came_after_the_one_before() -> None:
    for melding in Inhoudsmelding.objects.all():
        assert melding.adres, melding.onderwerp
        assert Client().get(melding.adres).status_code == 200, melding.onderwerp
        moments = [step.wanneer for step in melding.stappen.order_by("pk")]
        assert moments == sorted(moments)
        assert melding.stappen.exists()


def test_the_moderator_of_the_demo_has_a_task_and_may_look_again() -> None:
    moderator = User.objects.get(email="moderator@sluisdam.example")
    home = client_of(moderator).get(reverse("wagtailadmin_home")).text
    assert "Gemelde inhoud" in home
    assert "1 melding" in home
    assert "1 besluit" in home
    assert may_handle(Herziening.objects.get(), moderator)


def test_a_second_time_adds_nothing_and_nobody_is_mailed() -> None:
    load(Signaal.objects.all())
    assert Inhoudsmelding.objects.count() == 3
    assert not Inhoudsmelding.objects.exclude(email="").exists()
    assert not mail.outbox
