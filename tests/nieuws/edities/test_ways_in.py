"""From a newsletter to sending it: the list, the buttons, and what is said after publishing."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from nieuws.models import Editie, Lijst, NieuwsbriefIndexPage, NieuwsbriefPage
from tests.factories.nieuws import letter
from tests.html_check import problems_of
from tests.nieuws.edities.conftest import ROOM, send_url, sending, words
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def edit_url(page: NieuwsbriefPage) -> str:
    return f"/beheer/pages/{page.pk}/edit/"


def filled_in(page: NieuwsbriefPage, **more: str) -> dict[str, str]:
    """The editor's form, as the browser sends it."""
    return {
        "title": "Soep en brood",
        "slug": page.slug,
        "date": "2026-11-20",
        "summary": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        **more,
    }


def test_the_editor_leads_to_sending(page: NieuwsbriefPage, as_joris: Client) -> None:
    html = words(as_joris.get(edit_url(page)))

    assert f'href="{send_url(page)}"' in html
    assert 'name="action-naar-versturen"' in html


def test_who_may_not_send_sees_no_way_to_it(page: NieuwsbriefPage, as_wim: Client) -> None:
    html = words(as_wim.get(edit_url(page)))

    assert send_url(page) not in html
    assert "action-naar-versturen" not in html


def test_what_was_written_is_kept_on_the_way_to_sending(
    page: NieuwsbriefPage, as_joris: Client
) -> None:
    answer = as_joris.post(edit_url(page), filled_in(page, **{"action-naar-versturen": "1"}))

    assert answer["Location"] == send_url(page)
    newest: Any = NieuwsbriefPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert newest.title == "Soep en brood"
    assert "Versturen: Soep en brood" in words(as_joris.get(send_url(page)))


def test_after_publishing_one_hears_that_it_is_not_mailed_yet(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client
) -> None:
    publish = filled_in(page, **{"action-publish": "1"})

    first = words(as_joris.post(edit_url(page), publish, follow=True))
    sending(page, lijst, "verstuurd")
    second = words(as_joris.post(edit_url(page), publish, follow=True))

    assert "Hij is nog niet gemaild" in first
    assert send_url(page) in first
    assert "nog niet gemaild" not in second


def test_what_was_not_sent_stands_above_what_was(
    page: NieuwsbriefPage, lijst: Lijst, haven: Wijk, as_joris: Client
) -> None:
    index = NieuwsbriefIndexPage.objects.get(wijk=haven)
    letter(index, title="Nog een concept", live=False)
    sending(page, lijst, "verstuurd", "terug", "onzeker", status=Editie.Status.KLAAR)

    answer = as_joris.get(ROOM)
    html = words(answer)

    drafts, gone = html.split("Wat er uitging")
    assert "Nog een concept" in drafts
    assert "Soep voor iedereen" not in drafts
    assert "Soep voor iedereen" in gone
    assert "1 mail om na te kijken" in gone
    assert "1 teruggekomen" in gone
    assert not problems_of(answer.content.decode())


def test_nothing_yet_says_what_to_do(haven: Wijk, as_joris: Client) -> None:
    assert "Er is nog niets verstuurd" in words(as_joris.get(ROOM))


def test_the_list_asks_as_much_for_many_sendings(
    page: NieuwsbriefPage, lijst: Lijst, as_joris: Client, django_assert_max_num_queries: Any
) -> None:
    for _time in range(12):
        sending(page, lijst, "verstuurd", status=Editie.Status.KLAAR)
    as_joris.get(ROOM)

    with django_assert_max_num_queries(20):
        as_joris.get(ROOM)
