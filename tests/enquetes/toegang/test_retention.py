"""Answers go on their day, not one earlier or later; the figures stay (S14, R-12)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from core.privacy.engine import purge
from enquetes.models import (
    AntwoordFoto,
    Citaat,
    Codeblad,
    Concept,
    Deelname,
    Enquete,
    Envelop,
    Inzending,
    Panellid,
    Papierinvoer,
    Papierstapel,
    Uitslag,
    Uitslagmail,
)
from enquetes.toegang import retention
from tests.enquetes.toegang.conftest import Make

CLOSED = datetime(2025, 3, 15, 20, 0, tzinfo=UTC)
DAY = datetime(2026, 3, 15, 3, 10, tzinfo=UTC)
A_DAY = timedelta(days=1)
RAW: tuple[Any, ...] = (Inzending, Envelop, AntwoordFoto, Deelname, Papierinvoer)


@pytest.fixture
def closed(make: Make, own_files: None) -> Enquete:
    """A survey that was closed, with something of everything that is kept."""
    enquete = make()
    Enquete.objects.update(closes_at=CLOSED)
    enquete.refresh_from_db()
    versie = enquete.versie
    inzending = Inzending.objects.create(enquete=enquete, versie=versie, dag=CLOSED.date())
    Envelop.objects.create(enquete=enquete, inhoud=b"x", dag=CLOSED.date())
    foto = AntwoordFoto(enquete=enquete)
    foto.file.save("foto.jpg", ContentFile(b"x"))
    Deelname.objects.create(enquete=enquete, soort="huiscode", digest="x")
    Uitslagmail.objects.create(enquete=enquete, email="anna@bewoner.example")
    stapel = Papierstapel.objects.create(enquete=enquete, versie=versie, nummer=1)
    Papierinvoer.objects.create(stapel=stapel, formulier=1)
    Uitslag.objects.create(enquete=enquete, cijfers={"n": 12}, aantal=12)
    Citaat.objects.create(
        enquete=enquete, vraag="x", inzending=inzending, tekst="Mooi.", status="tonen"
    )
    return enquete


def _left() -> list[int]:
    return [model._base_manager.count() for model in RAW]


@pytest.mark.parametrize(("months", "last"), [(12, (2026, 3, 15)), (6, (2025, 9, 15))])
def test_answers_go_on_the_day_and_not_one_before(
    closed: Enquete, months: int, last: tuple[int, int, int]
) -> None:
    Enquete.objects.update(bewaarmaanden=months)
    day = datetime(*last, 3, 10, tzinfo=UTC)

    purge(day - A_DAY)
    assert _left() == [1, 1, 1, 1, 1]

    purge(day)
    assert _left() == [0, 0, 0, 0, 0]


def test_figures_and_chosen_words_stay(closed: Enquete) -> None:
    purge(DAY)

    assert Uitslag.objects.get().cijfers == {"n": 12}
    assert Citaat.objects.get().tekst == "Mooi."
    assert Citaat.objects.get().inzending is None
    assert Enquete.objects.filter(pk=closed.pk).exists()


def test_a_photo_goes_from_the_disk_too(
    closed: Enquete, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    file = AntwoordFoto.objects.get().file
    assert file.storage.exists(file.name)

    with django_capture_on_commit_callbacks(execute=True):
        purge(DAY)

    assert not file.storage.exists(file.name)


def test_twice_is_the_same_as_once(closed: Enquete) -> None:
    assert purge(DAY)["enquetes"] == 6
    assert purge(DAY)["enquetes"] == 0


def test_a_round_that_was_killed_half_way_changed_nothing_and_goes_on(
    closed: Enquete, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = retention._delete

    def dies(model: Any, which: Any) -> int:
        if model is Deelname:
            raise KeyboardInterrupt
        return real(model, which)

    with monkeypatch.context() as patched:
        patched.setattr(retention, "_delete", dies)
        with pytest.raises(KeyboardInterrupt):
            purge(DAY)
    assert _left() == [1, 1, 1, 1, 1]

    purge(DAY)
    assert _left() == [0, 0, 0, 0, 0]


def test_what_is_open_keeps_its_answers(make: Make) -> None:
    enquete = make()
    Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag=CLOSED.date())

    purge(timezone.now() + timedelta(days=3000))

    assert Inzending.objects.exists()


def test_what_was_taken_off_the_site_keeps_them_a_year(make: Make) -> None:
    enquete = make()
    Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag=CLOSED.date())
    Enquete.objects.update(is_live=False)

    purge(CLOSED)  # notices it
    purge(DAY - A_DAY)
    assert Inzending.objects.exists()
    purge(DAY)
    assert not Inzending.objects.exists()


def test_a_later_closing_moves_the_day(closed: Enquete) -> None:
    purge(DAY - A_DAY)
    Enquete.objects.update(closes_at=CLOSED + timedelta(days=30))

    purge(DAY)

    assert Inzending.objects.exists()


@pytest.mark.parametrize(
    ("closing", "months", "day"),
    [
        (datetime(2024, 2, 29, 12, tzinfo=UTC), 12, "2025-02-28"),
        (datetime(2025, 8, 31, 12, tzinfo=UTC), 6, "2026-02-28"),
        (datetime(2025, 12, 31, 23, 30, tzinfo=UTC), 12, "2027-01-01"),  # past midnight here
    ],
)
def test_the_day_is_a_day_that_is_there(closing: datetime, months: int, day: str) -> None:
    enquete = Enquete(closes_at=closing, bewaarmaanden=months)

    assert str(retention.goes_on(enquete)) == day


def test_something_half_filled_in_stays_through_its_day(make: Make) -> None:
    enquete = make()
    Concept.objects.create(
        sleutel="x", enquete=enquete, versie=enquete.versie, inhoud=b"x", vervalt=DAY.date()
    )

    purge(DAY)
    assert Concept.objects.exists()
    purge(DAY + A_DAY)
    assert not Concept.objects.exists()


def test_an_address_goes_when_the_results_were_sent(make: Make) -> None:
    enquete = make()
    Uitslagmail.objects.create(enquete=enquete, email="a@x.example", sent=True)
    Uitslagmail.objects.create(enquete=enquete, email="b@x.example")

    purge(timezone.now())

    assert Uitslagmail.objects.get().email == "b@x.example"


def test_paper_that_was_counted_goes(make: Make) -> None:
    enquete = make()
    for number, status in ((1, "geteld"), (2, "open")):
        stapel = Papierstapel.objects.create(
            enquete=enquete, versie=enquete.versie, nummer=number, status=status
        )
        Papierinvoer.objects.create(stapel=stapel, formulier=number)

    purge(timezone.now())

    assert Papierinvoer.objects.get().formulier == 2


@pytest.mark.parametrize(("days", "stays"), [(6.99, True), (7, False)])
def test_who_did_not_confirm_stays_seven_days(hub: object, days: float, stays: bool) -> None:
    lid = Panellid.objects.create(email="a@x.example", email_key="a@x.example", code="a")

    purge(lid.created_at + timedelta(days=days))

    assert Panellid.objects.exists() is stays


@pytest.mark.parametrize(("days", "stays"), [(29.99, True), (30, False)])
def test_sheets_with_codes_stay_thirty_days(make: Make, days: float, stays: bool) -> None:
    blad = Codeblad.objects.create(enquete=make(), soort="kaartjes", eerste=1, aantal=1)

    purge(blad.created_at + timedelta(days=days))

    assert Codeblad.objects.exists() is stays


def test_a_trial_says_what_goes_and_removes_nothing(closed: Enquete) -> None:
    out = StringIO()

    call_command("bewaartermijn_enquetes", "--proef", stdout=out)

    assert "15 maart 2026" in out.getvalue()
    assert "enquetes: 6" in out.getvalue()
    assert _left() == [1, 1, 1, 1, 1]
    call_command("bewaartermijn_enquetes", stdout=StringIO())
    assert _left() == [0, 0, 0, 0, 0]


def test_the_team_sees_the_day_and_may_keep_it_shorter(closed: Enquete, as_joris: Client) -> None:
    url = f"/beheer/enquetes/toegang/bewaren/{closed.pk}/"
    html = as_joris.get(url).content.decode()
    assert "15 maart 2026" in html

    as_joris.post(url, {"maanden": "3"})
    assert "15 juni 2025" in as_joris.get(url).content.decode()


@pytest.mark.parametrize("months", ["24", "0", "-1", "x", ""])
def test_nobody_keeps_it_longer_than_a_year(closed: Enquete, as_joris: Client, months: str) -> None:
    as_joris.post(f"/beheer/enquetes/toegang/bewaren/{closed.pk}/", {"maanden": months})

    closed.refresh_from_db()
    assert closed.bewaarmaanden == 12
