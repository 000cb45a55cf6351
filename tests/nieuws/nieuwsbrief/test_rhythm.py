"""A draft laid ready by itself: each day once, late or twice or with a clock that jumps (PL5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from accounts.models import User
from nieuws.models import (
    NieuwsbriefIndexPage,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    NieuwsIndexPage,
)
from nieuws.nieuwsbrief.rhythm import Ritme, due_day, lay_drafts_ready, lay_ready
from tests.factories import activiteit_page, news, weekly
from tests.factories.nieuws import letter
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk

FRIDAY = 4
A_FRIDAY = date(2026, 11, 6)
"The first of its month."


def days_with_a_draft(ritme: str, days: list[date], last: date | None = None) -> list[date]:
    """On which days a draft is laid ready, when the job runs on these."""
    found = []
    for day in days:
        due = due_day(ritme, FRIDAY, last, day)
        if due is not None:
            last = due
            found.append(day)
    return found


def every_day(count: int) -> list[date]:
    return [A_FRIDAY + timedelta(days=number) for number in range(count)]


def test_each_rhythm_has_its_days() -> None:
    days = every_day(60)

    assert days_with_a_draft(Ritme.WEEK, days) == days[::7]
    assert days_with_a_draft(Ritme.TWEE_WEKEN, days) == days[::14]
    assert days_with_a_draft(Ritme.MAAND, days) == [A_FRIDAY, date(2026, 12, 4), date(2027, 1, 1)]
    assert days_with_a_draft(Ritme.GEEN, days) == []


def test_running_twice_and_a_clock_that_jumps_back_do_nothing() -> None:
    back = [A_FRIDAY, A_FRIDAY, A_FRIDAY - timedelta(days=7), A_FRIDAY]

    assert days_with_a_draft(Ritme.WEEK, back) == [A_FRIDAY]


def test_a_day_that_was_missed_is_made_up_for_a_while() -> None:
    late = A_FRIDAY + timedelta(days=2)
    too_late = A_FRIDAY + timedelta(days=3)

    assert due_day(Ritme.WEEK, FRIDAY, None, late) == A_FRIDAY
    assert due_day(Ritme.WEEK, FRIDAY, None, too_late) is None


@pytest.fixture
def every_week(haven: Wijk) -> NieuwsbriefInstellingen:
    """Havenkwartier has a draft every week, today."""
    return NieuwsbriefInstellingen.objects.create(
        wijk=haven, ritme=Ritme.WEEK, weekdag=timezone.localdate().weekday()
    )


@pytest.mark.django_db
def test_the_team_finds_a_draft_and_a_mail(
    joris: User,
    every_week: NieuwsbriefInstellingen,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
) -> None:
    news(haven_news, "De bus rijdt weer")

    assert lay_drafts_ready.call() == 1
    assert lay_drafts_ready.call() == 0

    page = NieuwsbriefPage.objects.child_of(haven_letters).get()
    assert not page.live
    assert [message.to for message in mail.outbox] == [[joris.email]]
    assert f"/beheer/pages/{page.pk}/edit/" in mail.outbox[0].body


@pytest.mark.django_db
def test_nothing_new_makes_no_draft(
    every_week: NieuwsbriefInstellingen,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    haven_agenda: AgendaPage,
) -> None:
    """What takes place every week is nothing new; but it does stand in a draft (control)."""
    long_ago = timezone.now() - timedelta(days=90)
    activiteit_page(haven_agenda, rule=weekly(), first_published_at=long_ago)
    letter(haven_letters, first_published_at=timezone.now() - timedelta(days=7))

    assert lay_ready(every_week.pk, timezone.localdate()) is False
    assert NieuwsbriefPage.objects.filter(live=False).count() == 0

    news(haven_news, first_published_at=timezone.now())
    NieuwsbriefInstellingen.objects.update(last_draft_on=None)
    assert lay_ready(every_week.pk, timezone.localdate()) is True
    draft = NieuwsbriefPage.objects.get(live=False)
    assert "Binnenkort" in [block.value.get("text") for block in draft.body]


@pytest.mark.django_db
def test_a_draft_that_nobody_touched_is_not_heaped_upon(
    every_week: NieuwsbriefInstellingen, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news)
    today = timezone.localdate()

    assert lay_ready(every_week.pk, today)
    assert not lay_ready(every_week.pk, today + timedelta(days=7))
    assert NieuwsbriefPage.objects.count() == 1


@pytest.mark.django_db
def test_a_ward_that_stopped_gets_none(
    every_week: NieuwsbriefInstellingen, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news)
    haven.status = Wijk.Status.GESTOPT
    haven.save()

    assert lay_drafts_ready.call() == 0


@pytest.mark.django_db
def test_trouble_of_one_ward_is_not_that_of_the_others(
    every_week: NieuwsbriefInstellingen,
    sluis: Wijk,
    haven_news: NieuwsIndexPage,
    sluis_news: NieuwsIndexPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weekday = timezone.localdate().weekday()
    NieuwsbriefInstellingen.objects.create(wijk=sluis, ritme=Ritme.WEEK, weekdag=weekday)
    for index in (haven_news, sluis_news):
        news(index)
    from nieuws.nieuwsbrief import rhythm

    def gather_for(index: NieuwsbriefIndexPage) -> object:
        if index.wijk == sluis:
            raise RuntimeError("kapot")
        return real(index)

    real = rhythm.gather_for
    monkeypatch.setattr(rhythm, "gather_for", gather_for)

    assert lay_drafts_ready.call() == 1
