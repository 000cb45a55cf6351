"""'Deze en volgende': one series becomes two, and nothing is lost."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from tests.factories import activiteit_page, next_monday, weekly
from wijkteams.activiteiten.keren.parting import split_page, where_went
from wijkteams.activiteiten.keren.sync import sync
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, AgendaPage, Keer
from wijkteams.activiteiten.recurrence.clock import detach

pytestmark = pytest.mark.django_db


@pytest.fixture
def club(haven_agenda: AgendaPage) -> ActiviteitPage:
    """Every Monday, without an end."""
    return activiteit_page(haven_agenda, "Maandagclub", rule=weekly(), inschrijving="open")


def nth(page: ActiviteitPage, number: int) -> Keer:
    """One of the times of a page."""
    return Keer.objects.filter(activiteit__translation_key=page.translation_key)[number]


def comes(time: Keer, **given: object) -> Aanmelding:
    """Somebody who comes."""
    values: dict[str, object] = {"keer": time, "status": "bevestigd", "name": "Truus"} | given
    number = Aanmelding.objects.count()
    return Aanmelding.objects.create(
        activiteit=time.activiteit, code=f"c{number}", request_key=f"r{number}", **values
    )


def test_times_go_along_with_who_comes(club: ActiviteitPage) -> None:
    early, late = comes(nth(club, 1)), comes(nth(club, 6))
    days = set(Keer.objects.values_list("pk", "starts_at"))
    fresh = split_page(club, nth(club, 4))

    assert set(Keer.objects.values_list("pk", "starts_at")) == days
    old, new = (Activiteit.objects.of_page(page).get() for page in (club, fresh))
    assert new.split_from == old
    assert old.keren.count() == 4
    assert new.keren.count() == len(days) - 4
    for row, activiteit in ((early, old), (late, new)):
        row.refresh_from_db()
        assert row.activiteit == activiteit
        assert row.keer is not None
        assert row.keer.activiteit == activiteit


def test_both_pages_say_when_they_are(club: ActiviteitPage) -> None:
    cut = nth(club, 4)
    fresh = split_page(club, cut)
    club.refresh_from_db()

    assert fresh.live
    assert detach(fresh.starts_at) == detach(cut.starts_at)
    assert detach(club.starts_at) == next_monday()
    assert "UNTIL=" in club.herhaling
    assert "UNTIL=" not in fresh.herhaling
    for page in (club, fresh):
        activiteit = Activiteit.objects.of_page(page).get()
        done = sync(activiteit)
        assert not done.anything


def test_what_was_moved_or_cancelled_stays_so(club: ActiviteitPage) -> None:
    from wijkteams.activiteiten.keren import one

    moved, off = nth(club, 5), nth(club, 6)
    start = detach(moved.starts_at).replace(hour=15)
    one.move(moved, start, start.replace(hour=17))
    one.cancel(off, "Ziek")
    split_page(club, nth(club, 4))

    moved.refresh_from_db()
    off.refresh_from_db()
    assert (detach(moved.starts_at), moved.moved) == (start, True)
    assert off.cancel_reason == "Ziek"


def test_old_addresses_lead_to_the_new_ones(club: ActiviteitPage, client: Client) -> None:
    late = nth(club, 6)
    old = f"{club.url}{late.slug}/"
    fresh = split_page(club, nth(club, 4))
    response = client.get(old, follow=True)

    assert response.redirect_chain[0][0] == f"{fresh.url}{late.slug}/"
    assert response.status_code == 200
    assert where_went(Activiteit.objects.of_page(club).get(), "1999-01-01") is None


def test_a_series_can_be_split_again_and_again(club: ActiviteitPage) -> None:
    last = nth(club, 8)
    second = split_page(club, nth(club, 4))
    split_page(second, nth(second, 2))

    first = Activiteit.objects.of_page(club).get()
    assert where_went(first, last.slug) == last
    assert ActiviteitPage.objects.count() == 3


def test_who_signed_up_for_the_whole_series_is_not_torn_in_two(haven_agenda: AgendaPage) -> None:
    course = activiteit_page(
        haven_agenda, rule=weekly(count=8), inschrijving="open", bereik="reeks"
    )
    comes(nth(course, 0), keer=None)

    with pytest.raises(ValidationError, match="hele reeks"):
        split_page(course, nth(course, 4))
    assert ActiviteitPage.objects.count() == 1


def test_a_draft_that_waits_is_published_first(club: ActiviteitPage) -> None:
    club.title = "Anders"
    club.save_revision()
    club.refresh_from_db()

    with pytest.raises(ValidationError, match="concept"):
        split_page(club, nth(club, 4))


def test_a_count_is_shared_between_the_parts(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly(count=10))
    fresh = split_page(page, nth(page, 4))
    page.refresh_from_db()

    assert "COUNT=4" in page.herhaling
    assert "COUNT=6" in fresh.herhaling
