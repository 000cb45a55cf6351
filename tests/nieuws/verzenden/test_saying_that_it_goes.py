"""Agreeing to a number, now or later."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import User
from nieuws.models import Editie, Lijst, NieuwsbriefPage
from nieuws.verzenden.services import NumberChangedError, SendingError, cancel, schedule
from tests.factories.nieuws import reader
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def test_without_a_moment_it_goes_at_once(page: NieuwsbriefPage, lijst: Lijst, joris: User) -> None:
    reader(lijst)
    editie = schedule(page, [lijst], by=joris, expected=1)
    assert [message.to for message in mail.outbox] == [["ria@sluisdam.example"]]
    editie.refresh_from_db()
    assert editie.status == Editie.Status.KLAAR


def test_for_later_nothing_leaves_now(page: NieuwsbriefPage, lijst: Lijst, joris: User) -> None:
    reader(lijst)
    moment = timezone.now() + timedelta(hours=2)
    editie = schedule(page, [lijst], by=joris, expected=1, moment=moment)
    assert (editie.status, mail.outbox) == (Editie.Status.GEPLAND, [])


def test_another_number_than_was_agreed_to_is_asked_anew(
    page: NieuwsbriefPage, lijst: Lijst, joris: User
) -> None:
    reader(lijst)
    with pytest.raises(NumberChangedError) as refusal:
        schedule(page, [lijst], by=joris, expected=2)
    assert refusal.value.total == 1
    assert not Editie.objects.exists()


def test_a_second_click_makes_no_second_sending(
    page: NieuwsbriefPage, lijst: Lijst, joris: User
) -> None:
    reader(lijst)
    moment = timezone.now() + timedelta(hours=2)
    schedule(page, [lijst], by=joris, expected=1, moment=moment)
    with pytest.raises(SendingError):
        schedule(page, [lijst], by=joris, expected=1)
    assert (Editie.objects.count(), mail.outbox) == (1, [])


def test_readers_of_another_ward_are_not_written_to(
    page: NieuwsbriefPage, sluis: Wijk, joris: User
) -> None:
    theirs = Lijst.objects.get_or_create(
        wijk=sluis, thema=None, defaults={"title": "Sluis", "code": "sluis"}
    )[0]
    reader(theirs)
    with pytest.raises(SendingError):
        schedule(page, [theirs], by=joris, expected=1)


def test_who_may_not_publish_may_not_send(page: NieuwsbriefPage, lijst: Lijst, fatma: User) -> None:
    reader(lijst)
    with pytest.raises(PermissionDenied):
        schedule(page, [lijst], by=fatma, expected=1)


@pytest.mark.parametrize("hours", [-1, 24 * 400])
def test_a_moment_that_cannot_be_meant_is_refused(
    page: NieuwsbriefPage, lijst: Lijst, joris: User, hours: int
) -> None:
    reader(lijst)
    moment = timezone.now() + timedelta(hours=hours)
    with pytest.raises(SendingError):
        schedule(page, [lijst], by=joris, expected=1, moment=moment)


def test_to_nobody_nothing_goes(page: NieuwsbriefPage, lijst: Lijst, joris: User) -> None:
    reader(lijst, status="onbevestigd")
    for chosen in ([lijst], []):
        with pytest.raises(SendingError):
            schedule(page, chosen, by=joris, expected=0)


def test_what_was_called_off_can_be_planned_anew(
    page: NieuwsbriefPage, lijst: Lijst, joris: User
) -> None:
    reader(lijst)
    moment = timezone.now() + timedelta(hours=2)
    cancel(schedule(page, [lijst], by=joris, expected=1, moment=moment))
    schedule(page, [lijst], by=joris, expected=1, moment=moment)
    assert Editie.objects.count() == 2


def test_a_page_with_a_problem_is_refused_with_its_words(
    page: NieuwsbriefPage, lijst: Lijst, joris: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader(lijst)
    monkeypatch.setattr("nieuws.verzenden.scheduling.refusals", lambda _page: ["Leeg."])
    with pytest.raises(SendingError, match="Leeg"):
        schedule(page, [lijst], by=joris, expected=1)
