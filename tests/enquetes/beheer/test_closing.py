"""'Sluit nu': asked first, true everywhere at once, and fair to who is filling in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry

from enquetes.beheer.closing import LOG_CLOSED, close_now
from enquetes.models import Enquete, EnquetePage, Envelop, Stand
from enquetes.overzicht.structured import survey as structured
from tests.enquetes.beheer.answers import newest
from tests.enquetes.beheer.test_overview import is_refused
from tests.enquetes.invullen.filling import Resident, dogs
from tests.factories import lid
from tests.factories.enquetes import key
from wijkteams.models import Vermelding, Wijk
from wijkteams.roles import Rol

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    """Open, without an end."""
    return dogs(haven)


def url(enquete: Enquete) -> str:
    return reverse("enquetes:sluiten", args=[enquete.pk])


def page_of(enquete: Enquete, language: str = "nl") -> EnquetePage:
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key)
    return pages.get(locale__language_code=language)


def close(client: Client, enquete: Enquete) -> Any:
    answer = client.post(url(enquete))
    enquete.refresh_from_db()
    return answer


def test_it_asks_first_and_looking_changes_nothing(as_joris: Client, enquete: Enquete) -> None:
    one = as_joris.get(reverse("enquetes:een", args=[page_of(enquete).pk]))
    assert url(enquete) in one.content.decode()
    assert "nu sluiten?" in as_joris.get(url(enquete)).content.decode()
    enquete.refresh_from_db()
    assert enquete.stand() == Stand.OPEN
    assert page_of(enquete).closes_at is None


def test_after_it_everything_says_that_it_is_closed(as_joris: Client, enquete: Enquete) -> None:
    close(as_joris, enquete)
    assert enquete.stand() == Stand.GESLOTEN
    row = Vermelding.objects.get(page=page_of(enquete))
    assert (row.status, row.ends_at) == (Stand.GESLOTEN, enquete.closes_at)
    assert page_of(enquete).closes_at == newest(page_of(enquete)).closes_at == enquete.closes_at
    found = structured(page_of(enquete), RequestFactory().get("/"))
    assert found["expires"] == enquete.closes_at.isoformat()  # type: ignore[union-attr]
    assert "Gesloten" in Client().get(page_of(enquete).url).content.decode()
    assert PageLogEntry.objects.filter(action=LOG_CLOSED, page=page_of(enquete).pk).exists()


def test_a_draft_stays_a_draft_and_does_not_open_it_again(
    as_joris: Client, enquete: Enquete
) -> None:
    half = page_of(enquete)
    half.title, half.closes_at = "Half af", timezone.now() + timedelta(days=9)
    half.save_revision()
    waits = page_of(enquete).get_latest_revision_as_object()
    waits.go_live_at = timezone.now() + timedelta(days=1)
    waits.save_revision().publish()  # waits for its moment
    close(as_joris, enquete)

    page = page_of(enquete)
    assert (page.title, page.has_unpublished_changes) == ("Honden", True)
    assert enquete.title == "Honden"
    assert newest(page).title == "Half af"
    for revision in (page.latest_revision, page.scheduled_revision):
        assert revision.as_object().closes_at == enquete.closes_at
    newest(page).save_revision().publish()
    enquete.refresh_from_db()
    assert enquete.stand() == Stand.GESLOTEN


def test_a_form_that_was_open_is_out_of_date(as_joris: Client, enquete: Enquete) -> None:
    page = page_of(enquete)
    before = page.latest_revision.created_at
    close(as_joris, enquete)
    page.refresh_from_db()
    assert page.latest_revision.created_at > before
    assert page.latest_revision_created_at == page.latest_revision.created_at


def test_every_language_follows(as_joris: Client, enquete: Enquete) -> None:
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = page_of(enquete).copy_for_translation(english, copy_parents=True)
    copy.save_revision().publish()
    EnquetePage.objects.filter(pk=copy.pk).update(closes_at=timezone.now() + timedelta(days=9))
    close(as_joris, enquete)

    assert page_of(enquete, "en").closes_at == enquete.closes_at
    found = structured(page_of(enquete, "en"), RequestFactory().get("/"))
    assert found["expires"] == enquete.closes_at.isoformat()  # type: ignore[union-attr]
    assert Vermelding.objects.get(page=copy.pk).status == Stand.GESLOTEN


def test_kept_pages_are_dropped(
    as_joris: Client, enquete: Enquete, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: set[str] = set()
    monkeypatch.setattr("core.page_cache.drop", lambda *keys: gone.update(keys))
    close(as_joris, enquete)
    lists = {f"vermeldingen:enquete:{enquete.wijk_id}", "vermeldingen:enquete:stad"}
    assert {f"pagina:{page_of(enquete).pk}", *lists} <= gone


def test_who_is_filling_in_keeps_the_hour(as_joris: Client, enquete: Enquete) -> None:
    karin, late = Resident(enquete), Resident(enquete)
    for one in (karin, late):
        one.begin()
        one.fill(1, v1=key(102))
        one.fill(2, v3="Mijn verhaal")
    close(as_joris, enquete)
    begin = Client().get(reverse("enquete_begin", args=[enquete.code]))
    assert "gesloten" in begin.content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=59)):
        assert "intussen gesloten" in karin.client.get(karin.url("controle")).content.decode()
        assert karin.send().url == karin.url("bedankt")
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert late.send().status_code == 410
    assert Envelop.objects.count() == 1


def test_twice_closes_once(as_joris: Client, enquete: Enquete) -> None:
    close(as_joris, enquete)
    first = enquete.closes_at
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        again = as_joris.post(url(enquete), follow=True)
        assert "Er valt niets te sluiten" in again.content.decode()
    enquete.refresh_from_db()
    assert enquete.closes_at == first
    assert PageLogEntry.objects.filter(action=LOG_CLOSED).count() == 1


def test_only_who_may_change_surveys_of_this_ward_closes_them(
    as_fatma: Client, client: Client, enquete: Enquete, haven: Wijk
) -> None:
    client.force_login(lid("piet@sluisdam.example", Rol.INVOERDER_PAPIER, haven))
    one = client.get(reverse("enquetes:een", args=[page_of(enquete).pk])).content.decode()
    assert url(enquete) not in one
    for who in (client, as_fatma):
        assert is_refused(close(who, enquete))
        assert is_refused(who.get(url(enquete)))
    assert enquete.stand() == Stand.OPEN


def test_what_does_not_stand_open_has_no_button(as_joris: Client, haven: Wijk) -> None:
    planned = dogs(haven, opens_at=timezone.now() + timedelta(days=1))
    one = as_joris.get(reverse("enquetes:een", args=[page_of(planned).pk])).content.decode()
    assert url(planned) not in one
    assert as_joris.get(url(planned)).status_code == 302
    assert not close_now(planned.pk, by=lid("an@sluisdam.example", Rol.REDACTEUR, haven))
