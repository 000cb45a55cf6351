"""The screen to invite the panel says why it cannot be done now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from enquetes.models import EnqueteIndexPage
from tests.factories.enquetes import survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("toegang", "opens", "closes", "words"),
    [
        ("panel", DAY, 2 * DAY, "Uitnodigen kan zodra de enquête opengaat"),
        ("panel", -2 * DAY, -DAY, "De enquête is gesloten. Uitnodigen kan niet meer."),
        ("open", -DAY, DAY, "alleen voor het panel"),
    ],
)
def test_it_says_what_is_waited_for(
    as_joris: Client, haven: Wijk, toegang: str, opens: timedelta, closes: timedelta, words: str
) -> None:
    now = timezone.now()
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(index, toegang=toegang, opens_at=now + opens, closes_at=now + closes)

    html = as_joris.get(reverse("toegang:panel", args=[enquete.pk])).content.decode()
    assert words in html
