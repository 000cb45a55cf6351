"""Rows can be made anew at any moment, and a night finds what events missed."""

from __future__ import annotations

import datetime
import logging
from dataclasses import replace
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from core.scheduler.registry import jobs
from nieuws.models import NieuwsIndexPage, NieuwsPage
from tests.factories import activiteit_page, news, weekly
from tests.wijkteams.vermeldingen.rows import assert_all_right, close, row_of, the_row
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Thema, Vermelding, Wijk
from wijkteams.vermeldingen import registry
from wijkteams.vermeldingen.rebuild import rebuild
from wijkteams.vermeldingen.registry import kind_named, kinds
from wijkteams.vermeldingen.tasks import RowsDifferedError, check_rows
from wijkteams.vermeldingen.upgrade import fill_after_migrate

pytestmark = pytest.mark.django_db


def contents() -> set[tuple[object, ...]]:
    """All rows with what they are about, but for their numbers."""
    return {
        (
            row.url,
            row.title,
            row.is_public,
            row.starts_at,
            row.wijk_id,
            *sorted(link.thema_id for link in row.vermeldingthema.all()),
        )
        for row in Vermelding.objects.all()
    }


def test_rebuilding_from_nothing_gives_what_events_gave(
    haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Bus", themas=[Thema.objects.create(name="Groen", slug="groen")])
    news(sluis_news, "Markt")
    news(sluis_news, "Concept", live=False)
    close(sluis_news)
    by_events = contents()
    Vermelding.objects.all().delete()

    report = rebuild()

    assert contents() == by_events
    assert report.created == len(by_events)
    assert rebuild().differences == 0


def test_command_says_what_it_did_and_looks_only_when_asked(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")
    NieuwsPage.objects.filter(pk=item.pk).update(title="Trein")
    out = StringIO()

    call_command("maak_vermeldingen", dry_run=True, stdout=out)
    row = the_row(item)
    assert row.title == "Bus"

    call_command("maak_vermeldingen", stdout=out)
    row = the_row(item)
    assert row.title == "Trein"
    assert out.getvalue().count("1 veranderd") == 2


def test_rows_of_what_is_no_longer_published_go(haven_news: NieuwsIndexPage) -> None:
    item = news(haven_news, "Bus")
    Page.objects.filter(pk=item.pk).update(live=False)

    assert rebuild().removed == 1

    assert row_of(item) is None


def test_night_mends_what_differs_and_says_so(
    haven_news: NieuwsIndexPage, caplog: pytest.LogCaptureFixture
) -> None:
    item = news(haven_news, "Bus")
    check_rows.func()
    Page.objects.filter(pk=item.pk).update(title="Trein")

    with caplog.at_level(logging.WARNING), pytest.raises(RowsDifferedError):
        check_rows.func()

    assert "1 changed" in caplog.text
    row = the_row(item)
    assert row.title == "Trein"
    assert_all_right()


def test_night_has_the_job() -> None:
    assert check_rows in [job.task for job in jobs()]


def test_database_of_before_gets_its_rows_after_migrating(haven: Wijk) -> None:
    Vermelding.objects.all().delete()

    fill_after_migrate(plan=None)
    assert not Vermelding.objects.exists()  # emptied on purpose

    fill_after_migrate(plan=[])
    assert Vermelding.objects.count() == Page.objects.live().filter(depth__gt=1).count()


def test_every_page_type_that_can_be_opened_has_a_kind() -> None:
    models = {model for model in apps.get_models() if issubclass(model, Page)} - {Page}

    assert {model.__name__ for model in models - {kind.model for kind in kinds()}} == set()


def test_looking_reads_no_texts_and_asks_nothing_per_page(haven_news: NieuwsIndexPage) -> None:
    def cost() -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            rebuild(dry_run=True)
        return [query["sql"] for query in captured.captured_queries]

    news(haven_news, "Bus 1")
    few = cost()
    for number in range(2, 12):
        news(haven_news, f"Bus {number}")
    many = cost()

    assert len(many) <= len(few)
    assert not [sql for sql in many if '"body"' in sql]


@pytest.mark.parametrize("ages", [True, False])
def test_what_the_clock_does_to_rows_is_mended_and_no_fault(
    haven: Wijk, monkeypatch: pytest.MonkeyPatch, *, ages: bool
) -> None:
    agenda = AgendaPage.objects.get(wijk=haven)
    page = activiteit_page(agenda, "Koffie", rule=weekly(count=2))
    kind = replace(kind_named("activiteit"), ages=ages)
    monkeypatch.setitem(registry._KINDS, "activiteit", kind)
    first = Vermelding.objects.filter(page=page.pk, kind="activiteit").earliest("starts_at")
    past = timezone.now() - datetime.timedelta(days=500)
    Vermelding.objects.filter(pk=first.pk).update(status="voorbij")
    first.pk, first.occurrence, first.ends_at = None, "2020-01-06", past
    first.save()

    report = rebuild()

    assert report.differences == (0 if ages else 2)
    assert not Vermelding.objects.filter(occurrence="2020-01-06").exists()
    assert not Vermelding.objects.filter(status="voorbij").exists()


def test_other_faults_of_such_rows_are_faults(haven: Wijk) -> None:
    page = activiteit_page(AgendaPage.objects.get(wijk=haven), "Koffie", rule=weekly(count=2))
    Vermelding.objects.filter(page=page.pk).update(title="Thee", status="voorbij")

    assert rebuild().differences == 3
