"""How long a kept page of an activity is right."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine
from django.utils import timezone

from core.page_cache.answer import dependencies
from tests.factories.activiteiten import activiteit_page
from wijkteams.activiteiten.agenda.occasion import occasion_of
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage

pytestmark = pytest.mark.django_db


def right_until(page: ActiviteitPage) -> datetime:
    with dependencies() as found:
        occasion_of(ActiviteitPage.objects.get(pk=page.pk))
    return timezone.localtime(datetime.fromtimestamp(found.until, timezone.get_default_timezone()))


@time_machine.travel("2026-12-02 09:00+01:00", tick=False)
def test_it_is_right_until_one_can_sign_up_no_more(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(
        haven_agenda,
        start=datetime(2026, 12, 2, 14),
        inschrijving="open",
        closes_hours_before=2,
    )

    assert right_until(page).hour == 12


@time_machine.travel("2026-12-02 09:00+01:00", tick=False)
def test_it_is_right_until_it_begins_and_then_until_it_ends(haven_agenda: AgendaPage) -> None:
    page = activiteit_page(haven_agenda, start=datetime(2026, 12, 2, 14))

    assert right_until(page).hour == 14
    with time_machine.travel("2026-12-02 15:00+01:00", tick=False):
        assert right_until(page).hour == 16
