"""'Concept maken': a volunteer gathers what is new, and gets a draft to shuffle (N3)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from nieuws.models import NieuwsbriefIndexPage, NieuwsbriefPage, NieuwsIndexPage
from nieuws.nieuwsbrief.drafts import gather_for, last_of, make_draft
from nieuws.nieuwsbrief.gathering import MOST, gather
from tests.factories import activiteit_page, news, next_monday, weekly
from tests.factories.nieuws import item, letter
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db


def address(index: NieuwsbriefIndexPage) -> str:
    return reverse("nieuwsbrief_maken:concept", args=[index.pk])


def blocks_of(page: NieuwsbriefPage) -> list[str]:
    """Its blocks in words."""
    said = {
        "heading": lambda value: f"# {value['text']}",
        "item": lambda value: value["page"].title,
        "more": lambda value: f"> {value['text']}",
        "text": lambda value: "text",
    }
    return [said[block.block_type](block.value) for block in page.body]


def test_groups_stand_in_order_and_each_activity_once(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage, haven_agenda: AgendaPage
) -> None:
    today = timezone.localdate()
    news(haven_news, "Ouder", date=today - timedelta(days=2))
    news(haven_news, "Nieuwst", date=today)
    activiteit_page(haven_agenda, "Elke maandag koffie", rule=weekly())
    activiteit_page(
        haven_agenda, "Pas over een half jaar", start=next_monday() + timedelta(days=180)
    )

    page = make_draft(haven_letters, gather_for(haven_letters))

    assert blocks_of(page) == [
        "text",
        "# Binnenkort",
        "Elke maandag koffie",
        "# Nieuws",
        "Nieuwst",
        "Ouder",
    ]
    assert not page.live
    assert page.subject == "Nieuwst"


def test_long_lists_are_shortened_with_a_way_to_the_rest(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    for number in range(9):
        news(haven_news, f"Bericht {number}")

    page = make_draft(haven_letters, gather_for(haven_letters))

    said = blocks_of(page)
    assert len([text for text in said if text.startswith("Bericht")]) == MOST["nieuws"]
    assert said[-1] == "> Lees al het nieuws"
    assert page.body[len(said) - 1].value["page"].pk == haven_news.pk


def test_drafts_closed_pages_and_other_wards_stay_out(
    haven: Wijk,
    haven_letters: NieuwsbriefIndexPage,
    sluis_news: NieuwsIndexPage,
    haven_news: NieuwsIndexPage,
) -> None:
    news(sluis_news, "Van een ander")
    news(haven_news, "Nog een concept", live=False)
    news(haven_news, "Gewoon")

    page = make_draft(haven_letters, gather_for(haven_letters))

    assert blocks_of(page) == ["text", "# Nieuws", "Gewoon"]


def test_the_city_reads_all_wards(
    hub: object, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage
) -> None:
    news(haven_news, "Uit de haven")
    news(sluis_news, "Uit de sluis")

    gathered = gather(None, timezone.now() - timedelta(days=1))

    assert [group.count for group in gathered.groups if group.heading == "Nieuws"] == [2]


def test_only_what_came_after_the_last_and_was_not_in_it(
    haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    old = news(haven_news, "Stond erin")
    added = news(haven_news, "Met de hand erbij")
    before = letter(haven_letters, item(old), item(added))
    before.save_revision()
    last = timezone.now() - timedelta(days=3)
    NieuwsbriefPage.objects.filter(pk=before.pk).update(first_published_at=last)
    before.revisions.update(created_at=last)
    fresh = news(haven_news, "Van daarna", first_published_at=timezone.now())

    gathered = gather_for(haven_letters)

    assert last_of(haven_letters).page == before
    assert [group.pages for group in gathered.groups] == [[fresh.pk]]


def test_joris_makes_a_draft_in_two_clicks(
    as_joris: Client, joris: User, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    news(haven_news, "De bus rijdt weer")
    home = as_joris.get(reverse("wagtailadmin_home")).content.decode()
    assert address(haven_letters) in home

    screen = as_joris.get(address(haven_letters))
    made = as_joris.post(
        address(haven_letters), {"since": screen.context["form"].initial["since"].isoformat()}
    )

    page = NieuwsbriefPage.objects.get()
    assert made["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "De bus rijdt weer" in blocks_of(page)
    assert page.owner == joris
    edit = as_joris.get(made["Location"])
    assert edit.status_code == 200


def test_looking_makes_nothing(
    as_joris: Client, haven_letters: NieuwsbriefIndexPage, haven_news: NieuwsIndexPage
) -> None:
    as_joris.get(address(haven_letters))
    as_joris.head(address(haven_letters))
    looked = as_joris.post(
        address(haven_letters), {"since": timezone.localdate().isoformat(), "bekijken": "1"}
    )

    assert looked.status_code == 200
    assert not NieuwsbriefPage.objects.exists()


@pytest.mark.parametrize("since", ["", "gisteren", "2999-01-01", "0001-01-01", "x" * 4000])
def test_a_strange_day_is_named_beside_the_field(
    as_joris: Client, haven_letters: NieuwsbriefIndexPage, since: str
) -> None:
    answer = as_joris.post(address(haven_letters), {"since": since})

    assert answer.status_code == 422
    assert answer.context["form"].errors["since"]
    assert not NieuwsbriefPage.objects.exists()


def test_a_stranger_and_a_resident_are_refused(
    as_fatma: Client, client: Client, haven_letters: NieuwsbriefIndexPage
) -> None:
    assert as_fatma.post(address(haven_letters), {"since": "2026-01-01"}).status_code in (302, 403)
    assert client.get(address(haven_letters)).status_code == 302
    assert not NieuwsbriefPage.objects.exists()


def test_two_on_one_day_have_their_own_addresses(haven_letters: NieuwsbriefIndexPage) -> None:
    first = make_draft(haven_letters, gather_for(haven_letters))
    index = NieuwsbriefIndexPage.objects.get(pk=haven_letters.pk)
    second = make_draft(index, gather_for(index))

    assert first.slug != second.slug
