"""What is looked at once more when the moment is there, and what goes out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import User
from nieuws.models import Editie, Lijst, NieuwsbriefPage, Zending
from nieuws.verzenden.services import resume
from nieuws.verzenden.starting import start
from nieuws.verzenden.turns import turn
from tests.factories.nieuws import reader
from tests.nieuws.verzenden.conftest import planned
from wijkteams.models import Lidmaatschap

pytestmark = pytest.mark.django_db


def drafted(page: NieuwsbriefPage, title: str) -> NieuwsbriefPage:
    page.title = title
    page.save_revision()
    return NieuwsbriefPage.objects.get(pk=page.pk)


def test_the_page_is_published_when_it_starts(editie: Editie, page: NieuwsbriefPage) -> None:
    page.unpublish()
    start(editie)
    page.refresh_from_db()
    assert page.live


def test_what_was_agreed_to_goes_out_and_no_later_draft(
    page: NieuwsbriefPage, lijst: Lijst, joris: User
) -> None:
    reader(lijst)
    editie = planned(drafted(page, "Zoals besproken"), lijst, joris)
    drafted(page, "Nog maar half")
    assert start(editie).subject == "Zoals besproken"
    page.refresh_from_db()
    assert page.title == "Zoals besproken"


def test_what_was_published_since_does_go_out(
    page: NieuwsbriefPage, lijst: Lijst, joris: User
) -> None:
    reader(lijst)
    editie = planned(drafted(page, "Met een fout"), lijst, joris)
    page.title = "Zonder fout"
    page.save_revision().publish()
    assert start(editie).subject == "Zonder fout"


def test_what_goes_out_is_frozen(editie: Editie, page: NieuwsbriefPage) -> None:
    start(editie)
    page.title = "Iets anders"
    page.save_revision().publish()
    editie.refresh_from_db()
    assert start(editie).subject == "Soep voor iedereen"


def test_starting_twice_makes_each_row_once(editie: Editie) -> None:
    start(editie)
    Editie.objects.filter(pk=editie.pk).update(status=Editie.Status.GEPLAND)
    editie.refresh_from_db()
    start(editie)
    assert Zending.objects.filter(editie=editie).count() == 3


def test_many_more_readers_than_were_agreed_to_stop_it(editie: Editie, lijst: Lijst) -> None:
    for number in range(60):
        reader(lijst, f"nieuw{number}@sluisdam.example")
    found = start(editie)
    assert found.status == Editie.Status.PAUZE
    assert "63 lezers" in found.pause_reason
    assert not Zending.objects.filter(editie=editie).exists()


def test_a_few_more_readers_get_it_too(editie: Editie, lijst: Lijst) -> None:
    reader(lijst, "nieuw@sluisdam.example")
    assert start(editie).zendingen.count() == 4


def test_who_lost_the_right_meanwhile_does_not_send(editie: Editie, joris: User) -> None:
    Lidmaatschap.objects.filter(user=joris).delete()
    found = start(editie)
    assert (found.status, found.html) == (Editie.Status.PAUZE, "")


def test_somebody_else_can_let_it_go_on(editie: Editie, joris: User, bea: User) -> None:
    Lidmaatschap.objects.filter(user=joris).delete()
    start(editie)
    resume(editie, by=bea)
    editie.refresh_from_db()
    assert editie.status == Editie.Status.KLAAR


def test_before_its_moment_nothing_happens(editie: Editie) -> None:
    later = timezone.now() + timedelta(hours=1)
    Editie.objects.filter(pk=editie.pk).update(scheduled_for=later)
    assert turn(editie.pk) is None
    editie.refresh_from_db()
    assert editie.status == Editie.Status.GEPLAND


def test_who_gets_nothing_and_why_is_kept(editie: Editie, lijst: Lijst) -> None:
    reader(lijst, "a@sluisdam.example", "onbevestigd")
    assert start(editie).skipped == {"onbevestigd": 1}


def test_a_problem_that_came_up_meanwhile_stops_it(
    editie: Editie, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nieuws.verzenden.starting.refusals", lambda _page: ["Er staat niets in."])
    assert start(editie).pause_reason == "Er staat niets in."
