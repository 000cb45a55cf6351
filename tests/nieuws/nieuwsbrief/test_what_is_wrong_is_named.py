"""What was picked and went away meanwhile is named to the maker, and stays out of the mail."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from accounts.models import User
from nieuws.models import NieuwsbriefIndexPage, NieuwsIndexPage
from nieuws.nieuwsbrief.problems import problems, refusals
from nieuws.nieuwsbrief.rendering import render
from tests.factories import activiteit_page, news, photo
from tests.factories.nieuws import item, letter
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db

WORDS = {"type": "text", "value": {"text": "<p>Dag buur</p>"}}


def test_nothing_wrong_says_nothing(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage, haven_agenda: AgendaPage
) -> None:
    page = letter(haven_letters, WORDS, item(news(haven_news)), item(activiteit_page(haven_agenda)))

    assert problems(page) == []
    assert refusals(page) == []


def test_deleted_page_is_named_by_its_title_and_left_out(
    joris: User, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    gone = news(haven_news, "Ging weg")
    page = letter(haven_letters, WORDS, item(gone, "Lees het"))
    gone.delete(user=joris)
    page.refresh_from_db()

    assert problems(page) == ["'Ging weg' is verwijderd. Het blok komt niet in de mail."]
    assert "Lees het" not in render(page).html
    assert "Lees het" not in render(page).text


def test_unpublished_page_is_named_and_left_out(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    gone = news(haven_news, "Van de site gehaald")
    page = letter(haven_letters, WORDS, item(gone))
    gone.unpublish()
    page.refresh_from_db()

    assert "'Van de site gehaald' staat niet op de site." in problems(page)[0]
    assert "Van de site gehaald" not in render(page).html


def test_closed_page_is_named_and_left_out(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    closed = news(haven_news, "Alleen voor leden")
    page = letter(haven_letters, WORDS, item(closed))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")

    assert "'Alleen voor leden' is niet voor iedereen te lezen." in problems(page)[0]
    assert "Alleen voor leden" not in render(page).html


def test_a_newsletter_of_which_all_is_gone_cannot_be_sent(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    gone = news(haven_news)
    heading = {"type": "heading", "value": {"text": "Nieuws"}}
    page = letter(haven_letters, heading, item(gone))
    gone.unpublish()
    page.refresh_from_db()

    assert "nog niets" in refusals(page)[0]


def test_past_activity_is_named(
    haven_letters: NieuwsbriefIndexPage, haven_agenda: AgendaPage
) -> None:
    start = timezone.localtime().replace(tzinfo=None, microsecond=0) - timedelta(days=2)
    page = letter(haven_letters, item(activiteit_page(haven_agenda, "Feest", start=start)))

    assert problems(page) == ["'Feest' is al voorbij."]


def test_links_and_buttons_that_lead_nowhere_are_named(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    away = news(haven_news, "Weg", live=False)
    button = {"text": "Kijk", "page": away.pk, "url": "", "kind": "primary"}
    page = letter(
        haven_letters,
        {"type": "text", "value": {"text": f'<p><a linktype="page" id="{away.pk}">Weg</a></p>'}},
        {"type": "buttons", "value": {"items": [button]}},
    )

    said = " ".join(problems(page))

    assert "De knop 'Kijk' leidt nergens heen." in said
    assert "Een link in de tekst gaat naar 'Weg'." in said


def test_a_mail_that_gmail_cuts_off_is_named_and_a_giant_one_refused(
    haven_letters: NieuwsbriefIndexPage,
) -> None:
    def of(size: int) -> dict[str, object]:
        return {"type": "text", "value": {"text": f"<p>{'woord ' * (size // 6)}</p>"}}

    assert "Gmail" in problems(letter(haven_letters, of(120_000)))[0]
    index = NieuwsbriefIndexPage.objects.get(pk=haven_letters.pk)
    assert "veel te groot" in refusals(letter(index, of(5_000_000), slug="reus"))[0]


def test_the_editor_sees_it_above_the_fields(
    as_joris: Client, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    page = letter(haven_letters, item(news(haven_news, "Nog niet klaar", live=False)))

    html = as_joris.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert "Nog niet klaar&#x27; staat niet op de site" in html


def test_a_draft_of_another_ward_cannot_be_picked(
    as_joris: Client,
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    haven_news: NieuwsIndexPage,
    sluis_news: NieuwsIndexPage,
) -> None:
    """R-01: nor can its title be learned that way; a public one may be picked (control)."""
    secret = news(sluis_news, "Nog geheim", live=False)
    public = news(sluis_news, "Voor iedereen")

    for target, made in ((secret, 0), (public, 1)):
        answer = as_joris.post(
            reverse("wagtailadmin_pages:add", args=["nieuws", "nieuwsbriefpage", haven_letters.pk]),
            _filled_in(target),
        )
        assert Page.objects.child_of(haven_letters).count() == made
        assert "Nog geheim" not in answer.content.decode()


def _filled_in(target: Page) -> dict[str, str]:
    block = "body-0"
    return {
        "title": "Nieuwsbrief",
        "slug": f"brief-{target.pk}",
        "summary": "",
        "image_alt": "",
        "date": "2026-11-22",
        "subject": "",
        "preheader": "",
        "rectificatie": "",
        "body-count": "1",
        f"{block}-deleted": "",
        f"{block}-order": "0",
        f"{block}-type": "item",
        f"{block}-id": "",
        f"{block}-value-page": str(target.pk),
        f"{block}-value-text": "",
        f"{block}-value-with_picture": "on",
    }


def test_a_withheld_photo_is_named(haven: Wijk, haven_letters: NieuwsbriefIndexPage) -> None:
    image = photo(haven)
    value = {"image": {"image": image.pk, "alt_text": "Een boom", "decorative": False}}
    page = letter(haven_letters, WORDS, {"type": "image", "value": value})
    assert problems(page) == []
    type(image).objects.filter(pk=image.pk).update(consent_withdrawn=True)
    page.refresh_from_db()

    assert "Een foto mag" in problems(page)[0]
    assert "<img" not in render(page).html
