"""After it was held: the number of visitors and what came of it (A11)."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.wijkteams.activiteiten.deelnemers.conftest import sign_up, url
from wijkteams.activiteiten.models import ActiviteitPage, Keer

pytestmark = pytest.mark.django_db


def test_team_says_how_it_was(keer: Keer, as_joris: Client) -> None:
    answer = as_joris.post(
        url(keer, "naderhand/"),
        {"visitors": "25", "opbrengst": "Acht buren doen mee."},
        follow=True,
    )

    keer.refresh_from_db()
    assert (keer.visitors, keer.opbrengst) == (25, "Acht buren doen mee.")
    assert "Dank je wel" in answer.content.decode()


def test_both_may_stay_empty(keer: Keer, as_joris: Client) -> None:
    as_joris.post(url(keer, "naderhand/"), {"visitors": "", "opbrengst": ""})

    keer.refresh_from_db()
    assert keer.visitors is None


@pytest.mark.parametrize("wrong", ["-3", "veel", "9" * 25, "2000000"])
def test_a_number_that_cannot_be_is_refused(keer: Keer, as_joris: Client, wrong: str) -> None:
    answer = as_joris.post(url(keer, "naderhand/"), {"visitors": wrong, "opbrengst": "Fijn."})

    assert answer.status_code == 200
    assert "Fijn." in answer.content.decode()
    keer.refresh_from_db()
    assert (keer.visitors, keer.opbrengst) == (None, "")


def test_screen_leads_to_the_page_for_a_report_and_photos(keer: Keer, as_joris: Client) -> None:
    sign_up(keer, "Bram", adults=3)
    html = as_joris.get(url(keer, "naderhand/")).content.decode()

    assert f"/beheer/pages/{ActiviteitPage.objects.get().pk}/edit/" in html
    assert "Op de lijst stonden 3 mensen" in html
