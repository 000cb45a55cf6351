from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from tests.factories.signalen import signal
from wijkteams.models import Wijk
from wijkteams.moderatie.figures import figures_of
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Reden

pytestmark = pytest.mark.django_db


def test_the_rules_give_the_same_reasons_as_the_form(haven: Wijk, client: Client) -> None:
    rules = client.get("/melden/huisregels/").text
    form = client.get(f"/melden/signaal/{signal(haven).code}/").text
    for reden in Reden:
        assert escape(str(reden.label)) in rules
        assert f'id="{reden.value}"' in rules
        assert escape(str(reden.label)) in form
    assert "/melden/huisregels/" in form


def test_the_figures_of_a_year_count_and_name_nobody(haven: Wijk, client: Client) -> None:
    about = {"wijk": haven, "soort": "signaal", "object_id": 1, "onderwerp": "Jan Smit"}
    year = timezone.localdate().year
    Inhoudsmelding.objects.create(reden="spam", uitleg="x", email="a@b.example", **about)
    Inhoudsmelding.objects.create(reden="privacy", uitleg="x", is_spam=True, **about)
    besluit = Besluit.objects.create(actie="weg", geldt="weg", grond="spam", **about)
    Herziening.objects.create(besluit=besluit, van="auteur", waarom="y", uitkomst="anders")
    found = figures_of(year)
    assert (found.reported, found.nonsense, found.waiting) == (2, 1, 2)
    assert (sum(n for _label, n in found.decided), found.asked, found.changed) == (1, 1, 1)
    assert figures_of(year - 1).reported == 0
    page = client.get("/melden/cijfers/", follow=True)
    assert page.status_code == 200
    assert "Jan Smit" not in page.text
    assert client.get(f"/melden/cijfers/{year + 1}/").status_code == 404
