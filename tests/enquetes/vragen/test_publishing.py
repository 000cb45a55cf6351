"""What publishing a survey takes over, and when its questions get a new version."""

from __future__ import annotations

import pytest

from enquetes.models import Concept, Enquete, EnqueteIndexPage, EnquetePage, Inzending, Versie
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(haven: Wijk) -> EnqueteIndexPage:
    return EnqueteIndexPage.objects.get(wijk=haven)


def publish(**changes: object) -> Enquete:
    page = EnquetePage.objects.latest("pk").get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return Enquete.objects.get(translation_key=page.translation_key)


def test_publishing_again_without_a_change_keeps_the_version(index: EnqueteIndexPage) -> None:
    enquete = survey(index)
    Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag="2026-11-01")

    publish(title="Honden en katten")
    publish()

    assert Versie.objects.count() == 1


def test_what_nobody_answered_is_asked_otherwise(index: EnqueteIndexPage) -> None:
    survey(index)

    enquete = publish(vragen=[step(1, question("kort", 2))])

    (versie,) = enquete.versies.all()
    assert list(versie.vragenlijst.by_id) == [key(2)]


@pytest.mark.parametrize("kind", ["answer", "half"])
def test_what_somebody_began_stays_as_it_was(index: EnqueteIndexPage, kind: str) -> None:
    enquete = survey(index)
    if kind == "answer":
        Inzending.objects.create(enquete=enquete, versie=enquete.versie, dag="2026-11-01")
    else:
        Concept.objects.create(
            sleutel="x", enquete=enquete, versie=enquete.versie, inhoud=b"", vervalt="2030-01-01"
        )

    publish(vragen=[step(1, question("kort", 2))])

    first, second = enquete.versies.order_by("nummer")
    assert list(first.vragenlijst.by_id) == [key(1)]
    assert list(second.vragenlijst.by_id) == [key(2)]


def test_what_the_team_compares_with_stays_when_the_page_says_nothing(
    index: EnqueteIndexPage,
) -> None:
    before = survey(index, slug="vorig-jaar")
    enquete = survey(index, slug="nu")
    Enquete.objects.filter(pk=enquete.pk).update(vorige=before)

    assert publish(title="Anders").vorige == before


def test_what_the_page_compares_with_counts(index: EnqueteIndexPage) -> None:
    before = survey(index, slug="vorig-jaar")
    survey(index, slug="nu")

    assert publish(vorige=before).vorige == before
