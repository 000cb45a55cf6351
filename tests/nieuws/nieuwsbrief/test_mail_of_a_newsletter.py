"""A newsletter as mail: the same letter as HTML and as text, ready for each reader's own links."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client, override_settings

from core.absolute import absolute
from core.mail.shape import LONGEST_LINE
from nieuws.models import Editie, NieuwsbriefIndexPage, NieuwsIndexPage
from nieuws.nieuwsbrief.rendering import MANAGE_MARK, MARKS, UNSUBSCRIBE_MARK, render, with_clicks
from tests.factories import activiteit_page, news, photo, weekly
from tests.factories.nieuws import item, letter
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def text_block(html: str) -> dict[str, Any]:
    return {"type": "text", "value": {"text": html}}


class Links(HTMLParser):
    """The links and pictures of a document."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hrefs: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a":
            self.hrefs.append(found.get("href") or "")
        elif tag == "img":
            self.pictures.append(found)


def test_both_say_the_same(
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    haven_agenda: AgendaPage,
) -> None:
    bus = news(haven_news, "De bus rijdt weer", summary="Elke vrijdag om half tien.")
    soup = activiteit_page(haven_agenda, "Soep voor iedereen", place_note="De Kajuit")
    page = letter(
        haven_letters,
        text_block("<p>Dag buur,</p>"),
        {"type": "heading", "value": {"text": "Binnenkort"}},
        item(soup, "Neem een kom mee."),
        {"type": "quote", "value": {"quote": "Ik zie mijn zus weer.", "source": "Ria"}},
        item(bus),
        title="Nieuws uit de haven",
        summary="De bus, en soep.",
    )

    rendered = render(page)

    for said in (
        "Dag buur,",
        "Soep voor iedereen",
        "Maandag",
        "10.00 uur",
        "De Kajuit",
        "Neem een kom mee.",
        "Ik zie mijn zus weer.",
        "Elke vrijdag om half tien.",
        absolute(bus.get_url()),
        absolute(page.get_url()),
    ):
        assert said in rendered.html, said
        assert said in rendered.text, said
    assert rendered.subject == "Nieuws uit de haven"
    assert rendered.preheader == "De bus, en soep."


def test_each_mark_stands_once_also_when_an_editor_writes_it(
    haven_letters: NieuwsbriefIndexPage,
) -> None:
    page = letter(haven_letters, text_block(f"<p>{UNSUBSCRIBE_MARK} {MANAGE_MARK}</p>"))

    rendered = render(page)

    for mark in MARKS:
        assert rendered.html.count(mark) == rendered.text.count(mark) == 1
        assert f'href="{mark}"' in rendered.html


def test_html_is_ascii_and_lines_are_short(haven_letters: NieuwsbriefIndexPage) -> None:
    words = "één café voor iedereen " * 400
    page = letter(
        haven_letters, text_block(f"<p>{words}</p><p>{'é' * 3000}</p>"), title="Één stoofpot 🍲"
    )

    rendered = render(page)

    assert rendered.html.isascii()
    assert "&#233;&#233;n caf&#233;" in rendered.html
    for part in (rendered.html, rendered.text):
        assert max(len(line.encode()) for line in part.splitlines()) <= LONGEST_LINE
    assert "één café" in rendered.text


def test_addresses_and_pictures_are_whole_and_pictures_have_words(
    haven: Wijk, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    bus = news(haven_news, image=photo(haven), image_alt="Een rode bus")
    own = photo(haven)
    page = letter(
        haven_letters,
        item(bus),
        text_block(f'<p><a linktype="page" id="{bus.pk}">De bus</a></p>'),
        {
            "type": "image",
            "value": {"image": {"image": own.pk, "alt_text": "Een boom", "decorative": False}},
        },
    )

    found = Links(render(page).html)

    assert [one["alt"] for one in found.pictures] == ["Een rode bus", "Een boom"]
    base = absolute("/")
    assert all((one["src"] or "").startswith(base) for one in found.pictures)
    assert all(href.startswith(base) or href in MARKS for href in found.hrefs)


def test_the_photo_of_the_newsletter_itself_stands_on_top(
    client: Client, haven: Wijk, haven_letters: NieuwsbriefIndexPage
) -> None:
    page = letter(haven_letters, text_block("<p>Hoi</p>"), image=photo(haven), image_alt="De kade")

    assert [one["alt"] for one in Links(render(page).html).pictures] == ["De kade"]
    assert 'alt="De kade"' in client.get(page.get_url()).content.decode()


def test_there_is_no_tracking_and_nothing_from_elsewhere(
    haven_letters: NieuwsbriefIndexPage,
) -> None:
    """Requirement N9: no pixel, no rewritten links, no fonts of others."""
    html = render(letter(haven_letters, text_block("<p>Dag buur</p>"))).html

    assert "<img" not in html
    assert "@import" not in html
    assert "url(" not in html
    assert "nb=" not in html


def test_clicks_are_counted_behind_our_own_pages_only(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    bus = news(haven_news)
    page = letter(
        haven_letters,
        item(bus),
        text_block('<p><a href="https://elders.example/?a=1">Elders</a></p>'),
    )
    editie = Editie.objects.create(page=page, subject="x")
    rendered = render(page)

    html, text = with_clicks(rendered.html, rendered.text, editie)

    counted = f"{absolute(bus.get_url())}?nb={editie.pk}"
    assert f'href="{counted}"' in html
    assert counted in text
    assert 'href="https://elders.example/?a=1"' in html
    assert f'href="{UNSUBSCRIBE_MARK}"' in html
    assert text.count(UNSUBSCRIBE_MARK) == 1


def test_a_series_stands_there_once_with_its_next_time(
    haven_letters: NieuwsbriefIndexPage, haven_agenda: AgendaPage
) -> None:
    page = letter(haven_letters, item(activiteit_page(haven_agenda, rule=weekly())))

    rendered = render(page)

    assert rendered.text.count("Koffie in De Brug") == 1
    assert re.search(r"/agenda/[\w-]+/\d{4}-\d\d-\d\d/", rendered.text)


def test_colours_are_those_of_the_ward(haven_letters: NieuwsbriefIndexPage) -> None:
    html = render(letter(haven_letters)).html

    assert "#013448" in html
    assert "#0e2e5b" not in html


@override_settings(WAGTAILADMIN_BASE_URL="https://wijken.example")
def test_the_letter_is_the_same_for_everybody(haven_letters: NieuwsbriefIndexPage) -> None:
    page = letter(haven_letters, text_block("<p>Dag buur</p>"))

    assert render(page) == render(page)
    assert 'href="https://wijken.example/havenkwartier/nieuwsbrief/' in render(page).html
