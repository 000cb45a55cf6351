"""How long what was sent in is kept (R-12), and what a person gets and can have erased (R-11)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from core.privacy.person import find_person
from core.privacy.register import processings
from tests.wijkteams.activiteiten.aanbod.conftest import SENDER, confirmed, sent_in
from wijkteams.activiteiten.aanbod import services
from wijkteams.activiteiten.aanbod.privacy import purge_sent_in
from wijkteams.activiteiten.models import Aanbod
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
A_SECOND = timedelta(seconds=1)


def test_unconfirmed_goes_after_seven_days_and_not_before(haven: Wijk) -> None:
    limit = sent_in(haven).created_at + timedelta(days=7)

    assert purge_sent_in(limit - A_SECOND) == 0
    assert purge_sent_in(limit) == 1


def test_confirmed_stays_a_year(of_haven: Aanbod) -> None:
    limit = of_haven.created_at + timedelta(days=365)

    assert purge_sent_in(limit - A_SECOND) == 0
    assert purge_sent_in(limit) == 1


def test_handled_goes_a_year_after_the_decision(haven: Wijk, joris: object) -> None:
    aanbod = services.refuse(confirmed(haven), "Nee.", by=joris)  # type: ignore[arg-type]
    decided = timezone.now() + timedelta(days=100)
    Aanbod.objects.update(handled_at=decided)

    assert purge_sent_in(aanbod.created_at + timedelta(days=366)) == 0
    assert purge_sent_in(decided + timedelta(days=365)) == 1


def test_a_person_gets_it_and_can_have_it_erased(haven: Wijk) -> None:
    confirmed(haven)
    confirmed(haven, "Van een ander", contact_email="ander@koor.example")
    own = next(one for one in processings() if one.key == "aanbod")
    person = find_person(SENDER.upper(), [])

    assert own.export is not None
    assert own.erase is not None
    assert [row["activiteit"] for row in own.export(person)] == ["Samen zingen"]
    assert own.erase(person) == 1
    assert [row.title for row in Aanbod.objects.all()] == ["Van een ander"]
