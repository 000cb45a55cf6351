"""What was said to who answered already stands: it cannot be published otherwise any more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage, Inzending
from enquetes.uitslag.visibility import may_team_see
from tests.enquetes.beheer.answers import newest, save
from tests.factories.enquetes import question, step, survey
from wijkteams.models import Vermelding, Wijk

pytestmark = pytest.mark.django_db

LOOSER = [
    ("anonimiteit", "anoniem", "op_naam"),
    ("anonimiteit", "op_naam", "anoniem"),
    ("eerlijk_afsluiten", True, False),
    ("zichtbaar", "nooit", "na_sluiting"),
]
DOG = step(1, question("keuze", 1, "Ja", "Nee"))


def made(haven: Wijk, *, answered: bool = True, **fields: Any) -> Enquete:
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven), DOG, **fields)
    if answered:
        Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag="2026-11-01")
    return enquete


def publish(**changes: Any) -> Enquete:
    page = EnquetePage.objects.get().get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return Enquete.objects.get()


@pytest.mark.parametrize(("name", "before", "after"), LOOSER)
def test_what_was_promised_stands_once_somebody_answered(
    haven: Wijk, name: str, before: Any, after: Any
) -> None:
    made(haven, **{name: before})
    assert getattr(publish(**{name: after}), name) == before


@pytest.mark.parametrize(("name", "before", "after"), LOOSER)
def test_before_that_it_may_be_anything(haven: Wijk, name: str, before: Any, after: Any) -> None:
    made(haven, answered=False, **{name: before})
    assert getattr(publish(**{name: after}), name) == after


def test_what_promises_more_may_be_chosen_later(haven: Wijk) -> None:
    made(haven, eerlijk_afsluiten=False)
    enquete = publish(eerlijk_afsluiten=True, zichtbaar="nooit")
    assert (enquete.eerlijk_afsluiten, enquete.zichtbaar) == (True, "nooit")


def test_the_form_of_the_editor_keeps_it_too(as_joris: Client, haven: Wijk) -> None:
    made(haven)
    page = EnquetePage.objects.get()
    sent = {"anonimiteit": "op_naam", "eerlijk_afsluiten": "", "nieuwe_versie": "on"}
    assert save(as_joris, page, DOG, **sent).status_code == 302
    assert (newest(page).anonimiteit, newest(page).eerlijk_afsluiten) == ("anoniem", True)


def test_closing_in_the_past_does_not_let_a_team_look_before_the_end(haven: Wijk) -> None:
    made(haven, closes_at=timezone.now() + timedelta(days=3))
    past = timezone.now() - timedelta(days=1)
    for _time in range(2):
        enquete = publish(closes_at=past)
        assert abs(enquete.closes_at - timezone.now()) < timedelta(minutes=5)
        assert not may_team_see(enquete)
        page = EnquetePage.objects.get()
        assert page.closes_at == newest(page).closes_at == enquete.closes_at
        assert Vermelding.objects.get(page=page).ends_at == enquete.closes_at
    later = timezone.now() + timedelta(days=2)
    assert publish(closes_at=later).closes_at == later
