"""Guides: their steps, and where they are listed."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories.initiatieven import initiatief_page
from wijkteams.initiatieven.models import InitiatievenIndexPage, WegwijzerPage
from wijkteams.initiatieven.upgrade import INITIATIEVEN
from wijkteams.initiatieven.wegwijzer.face import guides, lines_of
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def _guide(section: InitiatievenIndexPage, title: str) -> WegwijzerPage:
    page = WegwijzerPage(
        title=title,
        summary="Zo doet u het.",
        stappen="- Vraag de buren.\n\n• Vraag de gemeente.",
        adviseurs="Greet Mulder, die de moestuin begon",
    )
    section.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def test_each_line_is_a_step() -> None:
    assert lines_of("- Een\n\n  • Twee  \nDrie") == ["Een", "Twee", "Drie"]


def test_a_resident_reads_the_steps_and_who_helps(haven: Wijk) -> None:
    INITIATIEVEN.add_where_missing()
    page = _guide(InitiatievenIndexPage.objects.get(wijk=haven), "Een straatfeest")
    html = Client().get(page.get_url()).content.decode()
    assert "Vraag de gemeente." in html
    assert "Greet Mulder" in html
    assert f"?wijk={haven.slug}" in html
    assert "css/initiatieven." in html.partition("</head>")[0]  # a box to tick of a thumb's size


def test_a_ward_shows_its_own_guides_and_those_of_the_city(haven: Wijk, sluis: Wijk) -> None:
    initiatief_page(haven)
    sections = {page.wijk_id: page for page in InitiatievenIndexPage.objects.all()}
    _guide(sections[None], "A: een moestuin")
    _guide(sections[haven.pk], "Z: een straatfeest")
    _guide(sections[sluis.pk], "Iets van een andere wijk")
    here = [guide["title"] for guide in guides(sections[haven.pk])]
    assert here == ["Z: een straatfeest", "A: een moestuin"]
    assert [guide["title"] for guide in guides(sections[None])] == ["A: een moestuin"]
