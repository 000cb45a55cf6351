"""A quick poll on any page (requirement S16): looking and choosing change nothing by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from enquetes.models import Concept, Enquete, EnqueteIndexPage, EnquetePage, Inzending
from enquetes.overzicht.poll_block import PeilingBlock
from enquetes.uitslag.counting import recount
from enquetes.uitslag.renewing import renew
from nieuws.models import NieuwsIndexPage
from tests.factories import news
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

ONE = step(1, question("keuze", 1, "Autovrij", "Zoals nu", text="Wat moet het plein worden?"))


@pytest.fixture
def plein(haven: Wijk) -> Enquete:
    """A survey of one question."""
    return survey(EnqueteIndexPage.objects.get(wijk=haven), ONE, title="Het plein")


def page_of(enquete: Enquete) -> EnquetePage:
    """Its page."""
    return EnquetePage.objects.get(translation_key=enquete.translation_key, alias_of=None)


def told(client: Client, index: NieuwsIndexPage, enquete: Enquete) -> str:
    """A news item with the poll in it, as a reader sees it."""
    value = {"enquete": page_of(enquete).pk}
    page = news(
        index,
        f"Nieuws {uuid4().hex}",
        body=[{"type": "peiling", "id": str(uuid4()), "value": value}],
    )
    return " ".join(client.get(page.get_url() or "").content.decode().split())


def test_the_answers_are_links_to_the_survey(
    client: Client, haven_news: NieuwsIndexPage, plein: Enquete
) -> None:
    html = told(client, haven_news, plein)

    assert "Wat moet het plein worden?" in html
    assert f'href="/enquete/{plein.code}/?keuze={key(101)}"' in html
    assert f'href="/enquete/{plein.code}/?keuze={key(102)}"' in html
    assert 'method="post"' not in html.lower()


def test_choosing_leads_to_a_small_page_and_stores_nothing(client: Client, plein: Enquete) -> None:
    response = client.get(f"/enquete/{plein.code}/?keuze={key(101)}")

    assert response.status_code == 200
    assert "Autovrij" in response.content.decode()
    assert "no-store" in response["Cache-Control"] or "private" in response["Cache-Control"]
    assert not Concept.objects.exists()
    assert not Inzending.objects.exists()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"closes_at": timezone.now() - timedelta(days=1)}, "Deze peiling is gesloten."),
        ({"opens_at": timezone.now() + timedelta(days=1)}, "U kunt straks meedoen"),
        ({"uitslag_op": timezone.now()}, "Bekijk de uitslag"),
    ],
)
def test_before_and_after_it_leads_to_the_page_of_the_survey(
    client: Client,
    haven_news: NieuwsIndexPage,
    plein: Enquete,
    fields: dict[str, Any],
    words: str,
) -> None:
    Enquete.objects.filter(pk=plein.pk).update(**fields)

    html = told(client, haven_news, plein)

    assert words in html
    assert page_of(plein).get_url() in html  # type: ignore[operator]
    assert "?keuze=" not in html


def test_nothing_is_told_of_a_survey_that_is_not_public(
    client: Client, haven_news: NieuwsIndexPage, plein: Enquete
) -> None:
    page = page_of(plein)
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "Wat moet het plein worden?" not in told(client, haven_news, plein)

    PageViewRestriction.objects.all().delete()
    page.unpublish()

    assert "Wat moet het plein worden?" not in told(client, haven_news, plein)


@pytest.mark.parametrize(
    ("steps", "may"),
    [
        ([ONE], True),
        ([step(1, question("ja_nee", 1))], True),
        ([step(1, question("lang", 1))], False),
        ([step(1, question("keuze", 1, "A", "B"), question("keuze", 2, "A", "B"))], False),
        ([ONE, step(2, question("keuze", 2, "A", "B"))], False),
    ],
)
def test_only_a_survey_of_one_choice_can_be_a_poll(
    haven: Wijk, steps: list[dict[str, Any]], may: bool
) -> None:
    enquete = survey(EnqueteIndexPage.objects.get(wijk=haven), *steps)
    block = PeilingBlock()
    value = block.to_python({"enquete": page_of(enquete).pk})

    if may:
        assert block.clean(value)["enquete"].pk == page_of(enquete).pk
    else:
        with pytest.raises(ValidationError):
            block.clean(value)


def test_what_everybody_may_see_of_the_answers_stands_below_them(
    client: Client, haven: Wijk, haven_news: NieuwsIndexPage
) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(index, ONE, title="Het plein", zichtbaar="nu")
    Inzending.objects.bulk_create(
        Inzending(
            enquete=enquete,
            versie=enquete.versie,
            dag=timezone.localdate(),
            antwoorden={key(1): key(101 if number < 30 else 102)},
        )
        for number in range(40)
    )
    recount(enquete)
    renew(enquete)

    html = told(client, haven_news, enquete)

    assert "Autovrij: <strong>75%</strong>" in html
    assert "40 antwoorden." in html
    Enquete.objects.filter(pk=enquete.pk).update(zichtbaar="na_sluiting")
    assert "75%" not in told(client, haven_news, enquete)
