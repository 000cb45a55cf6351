"""What is kept of surveys is right until the moment that changes it, and gone when it changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import timezone

from core.page_cache.answer import dependencies
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from enquetes.overzicht.services import refresh
from tests.factories.enquetes import survey
from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    """The surveys of Havenkwartier."""
    return EnqueteIndexPage.objects.get(wijk=haven)


def kept_until(page: Any) -> float:
    """Until when an answer with this page is right."""
    with dependencies() as found:
        page.get_context(RequestFactory().get("/"))
    return found.until


def moment(minutes: int) -> datetime:
    """So many minutes from now."""
    return timezone.now() + timedelta(minutes=minutes)


@pytest.mark.parametrize("name", ["opens_at", "closes_at"])
def test_a_page_is_kept_until_the_survey_opens_or_closes(
    index: EnqueteIndexPage, name: str
) -> None:
    soon = moment(1)
    survey(index, **{name: soon})

    assert kept_until(EnquetePage.objects.get(title="Honden")) == soon.timestamp()


def test_lists_and_front_pages_are_kept_until_the_first_of_them_closes(
    index: EnqueteIndexPage, haven: Wijk
) -> None:
    first, later = moment(1).replace(microsecond=0), moment(2).replace(microsecond=0)
    survey(index, title="Later", closes_at=later)
    survey(index, title="Eerst", closes_at=first)

    for page in (index, EnqueteIndexPage.objects.get(wijk=None), WijkPage.objects.get(wijk=haven)):
        assert kept_until(page) == first.timestamp()


def test_without_a_moment_it_is_kept_all_day(index: EnqueteIndexPage) -> None:
    survey(index)

    with dependencies() as all_day:
        pass
    assert kept_until(EnquetePage.objects.get(title="Honden")) == all_day.until


def test_results_drop_the_page_and_the_lists(
    index: EnqueteIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    enquete = survey(index, closes_at=moment(-90))
    page = EnquetePage.objects.get(title="Honden")
    Enquete.objects.filter(pk=enquete.pk).update(uitslag_op=timezone.now())
    gone: set[str] = set()
    monkeypatch.setattr("core.page_cache.drop", lambda *keys: gone.update(keys))

    refresh(Enquete.objects.get(pk=enquete.pk))

    lists = {f"vermeldingen:enquete:{enquete.wijk_id}", "vermeldingen:enquete:stad"}
    assert {f"pagina:{page.pk}", *lists} <= gone
