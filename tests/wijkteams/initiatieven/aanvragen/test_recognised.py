"""What is shown of an initiative that looks like an idea, and how little is asked for it."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven.aanvragen.similar import similar
from wijkteams.initiatieven.models import InitiatievenIndexPage
from wijkteams.models import Wijk


def test_who_types_waits_for_few_questions_and_no_stories(haven: Wijk) -> None:
    for number in range(12):
        initiatief(haven, title=f"Boodschappenbus {number}")
    similar("Boodschappenbus", "", wijk=haven)

    with CaptureQueriesContext(connection) as asked:
        found = similar("Boodschappenbus", "", wijk=haven)

    assert len(found) == 5
    assert len(asked) <= 4
    assert all('"body"' not in query["sql"] for query in asked.captured_queries)


def test_nobody_is_led_to_a_section_that_is_closed(haven: Wijk) -> None:
    initiatief(haven, title="Boodschappenbus")
    section = InitiatievenIndexPage.objects.get(wijk=haven)
    PageViewRestriction.objects.create(page=section, restriction_type="login")

    assert similar("Boodschappenbus", "", wijk=haven) == []
