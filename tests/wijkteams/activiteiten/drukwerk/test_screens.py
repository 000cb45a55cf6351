"""Asking for paper, and fetching it: only of one's own ward."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import activiteit_page, weekly
from wijkteams.activiteiten.drukwerk.making import order_agenda, order_poster, purge_drukwerk
from wijkteams.activiteiten.models import AgendaPage, Drukwerk, Keer
from wijkteams.activiteiten.models.drukwerk import private_storage

INDEX = "/beheer/drukwerk/"


def is_there(row: Drukwerk) -> bool:
    """Whether its file lies in the storage."""
    return Path(private_storage().path(str(row.file.name))).exists()


def first_of_month() -> str:
    return timezone.localdate().replace(day=1).isoformat()


def test_one_button_makes_the_month(as_joris: Client, haven_agenda: AgendaPage) -> None:
    sent = {"agenda": haven_agenda.pk, "month": first_of_month()}

    answer = as_joris.post(f"{INDEX}agenda/", sent)

    row = Drukwerk.objects.get()
    assert answer.status_code == 302
    assert (row.stand, row.wijk) == (Drukwerk.Stand.KLAAR, haven_agenda.wijk)
    file = as_joris.get(f"{INDEX}{row.pk}/download/")
    assert file["Content-Type"] == "application/pdf"
    assert "no-store" in file["Cache-Control"]
    assert b"".join(file.streaming_content).startswith(b"%PDF")


def test_one_button_makes_the_poster(as_joris: Client, haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, rule=weekly())
    keer = Keer.objects.order_by("starts_at")[0]

    assert as_joris.get(f"{INDEX}poster/{page.pk}/").status_code == 200
    assert not Drukwerk.objects.exists(), "looking makes nothing"
    as_joris.post(f"{INDEX}poster/{page.pk}/", {"keer": keer.pk})

    assert Drukwerk.objects.get().keer == keer
    assert "Koffie in De Brug" in as_joris.get(INDEX).content.decode()


def test_somebody_elses_time_is_not_put_on_a_poster(
    as_joris: Client, haven_agenda: AgendaPage, sluis_agenda: AgendaPage
) -> None:
    page = activiteit_page(haven_agenda)
    other = activiteit_page(sluis_agenda)
    keer = Keer.objects.get(activiteit__translation_key=other.translation_key)

    as_joris.post(f"{INDEX}poster/{page.pk}/", {"keer": keer.pk})

    assert Drukwerk.objects.get().keer is None


@pytest.mark.parametrize("sent", [{}, {"agenda": "x", "month": "x"}, {"agenda": "999999"}])
def test_nonsense_gets_an_answer_next_to_the_field(as_joris: Client, sent: dict[str, str]) -> None:
    answer = as_joris.post(f"{INDEX}agenda/", sent)

    assert answer.status_code in {200, 302, 403, 404}
    assert not Drukwerk.objects.exists()


def test_another_ward_is_closed(
    as_joris: Client, sluis_agenda: AgendaPage, fatma: User, haven_agenda: AgendaPage
) -> None:
    page = activiteit_page(sluis_agenda)
    row = order_poster(page, by=fatma)

    assert as_joris.get(f"{INDEX}{row.pk}/download/").status_code in {302, 403, 404}
    assert as_joris.get(f"{INDEX}poster/{page.pk}/").status_code in {302, 403, 404}
    assert page.title not in as_joris.get(INDEX).content.decode()
    sent = {"agenda": sluis_agenda.pk, "month": first_of_month()}
    as_joris.post(f"{INDEX}agenda/", sent)
    as_joris.post(f"{INDEX}poster/{page.pk}/", {})
    assert Drukwerk.objects.count() == 1


def test_who_writes_only_drafts_prints_nothing(as_wim: Client) -> None:
    assert as_wim.get(INDEX).status_code in {302, 403}


def test_a_page_that_waits_looks_again(
    as_joris: Client, haven_agenda: AgendaPage, joris: User
) -> None:
    row = order_agenda(haven_agenda, timezone.localdate(), by=joris)
    Drukwerk.objects.filter(pk=row.pk).update(stand=Drukwerk.Stand.WACHT)

    assert as_joris.get(INDEX)["Refresh"] == "3"

    Drukwerk.objects.filter(pk=row.pk).update(stand=Drukwerk.Stand.KLAAR)
    assert "Refresh" not in as_joris.get(INDEX)


def test_files_go_after_thirty_days_and_with_their_page(
    haven_agenda: AgendaPage, joris: User, django_capture_on_commit_callbacks: object
) -> None:
    capture: object = django_capture_on_commit_callbacks
    page = activiteit_page(haven_agenda)
    old, young, gone = (
        order_agenda(haven_agenda, timezone.localdate(), by=joris),
        order_agenda(haven_agenda, timezone.localdate(), by=joris),
        order_poster(page, by=joris),
    )
    for row in (old, young, gone):
        row.refresh_from_db()
    Drukwerk.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=31))

    with capture(execute=True):  # type: ignore[operator]
        purge_drukwerk.call()
        page.delete()

    assert list(Drukwerk.objects.all()) == [young]
    assert [is_there(row) for row in (old, young, gone)] == [False, True, False]
