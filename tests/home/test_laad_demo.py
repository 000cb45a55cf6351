"""`laad_demo`: the city to try things in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.db.models import Q
from django.test import Client, override_settings
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex, WorkflowState
from wagtail_localize.models import Translation

from accounts.models import User
from core.blocks import StoryBlock
from home.demo import PASSWORD, PEOPLE
from nieuws.models import (
    Abonnee,
    Abonnement,
    Editie,
    Lijst,
    NieuwsbriefPage,
    NieuwsPage,
    Retour,
)
from nieuws.nieuwsbrief.blocks import NieuwsbriefBlock
from nieuws.nieuwsbrief.problems import problems, refusals
from tests.home.demo_city import AS_DEMO, originals, rows, run_demo
from wijkteams.demo.story import as_blocks, with_dates
from wijkteams.demo.story_blocks import NO_SOURCES
from wijkteams.models import Document, Image, Wijk, WijkPage
from wijkteams.roles import Rol

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _loaded(told: str, db: None) -> Iterator[None]:
    with override_settings(**AS_DEMO):
        yield


def test_it_fills_the_city() -> None:
    assert Wijk.objects.count() == 8
    assert NieuwsPage.objects.filter(locale__language_code="nl").count() >= 40


def test_it_says_who_can_log_in_with_every_role(told: str) -> None:
    assert {person.rol for person in PEOPLE} == set(Rol)
    for person in PEOPLE:
        assert person.email in told
        assert User.objects.get(email=person.email).check_password(PASSWORD)


def test_every_page_answers_and_says_what_its_picture_shows() -> None:
    client = Client()
    pages = Page.objects.live().filter(depth__gt=1)
    # Of the many items in Dutch, those of one ward stand for all.
    items = Q(depth=6, locale__language_code="nl") & ~Q(url_path__contains="/spoorzicht/")

    for page in pages.exclude(items).specific():
        assert client.get(page.url).status_code in {200, 302}, page.url
    for page in pages.specific():
        assert page.image is None or page.image_alt, page.url
    assert not WijkPage.objects.filter(image=None).exists()
    assert not Image.objects.filter(description="").exists()


def test_a_second_run_changes_nothing() -> None:
    before, files = rows(), originals()
    revisions = list(Page.objects.order_by("pk").values_list("pk", "latest_revision"))

    run_demo()

    assert rows() == before
    assert originals() == files
    assert list(Page.objects.order_by("pk").values_list("pk", "latest_revision")) == revisions


def test_no_task_waits_for_what_is_indexed_already() -> None:
    waiting = DBTaskResult.objects.filter(task_path__contains="reference_index")

    assert not waiting.exists()
    assert ReferenceIndex.objects.exists()


def test_what_an_editor_changed_stays() -> None:
    NieuwsPage.objects.filter(slug="winterkrant").update(title="Onze winterkrant")

    run_demo()

    assert NieuwsPage.objects.get(slug="winterkrant").title == "Onze winterkrant"


def test_wards_differ_and_one_rests_and_one_was_succeeded() -> None:
    wards = {wijk.slug: wijk for wijk in Wijk.objects.all()}

    assert len({wijk.palette for wijk in wards.values()}) == 8
    assert wards["lindenhof"].status == Wijk.Status.SLAPEND
    assert wards["tuindorp"].opvolger == wards["zonneweide"]
    assert all(wijk.boundary and wijk.buurten.exists() for wijk in wards.values())


def test_a_draft_and_one_to_approve_are_not_public() -> None:
    hidden = NieuwsPage.objects.filter(live=False)

    assert {page.slug for page in hidden} == {"kerstmarkt-in-de-loods", "inloop-voor-jonge-ouders"}
    assert WorkflowState.objects.get().content_object.slug == "inloop-voor-jonge-ouders"


def test_names_of_buurten_and_themas_in_the_data_exist() -> None:
    live = NieuwsPage.objects.live().filter(locale__language_code="nl")

    assert not live.filter(themas=None).exists()
    assert live.exclude(buurten=None).count() >= 30


def test_translations_are_whole_and_can_be_edited_further() -> None:
    for task in Translation.objects.all():
        total, translated = task.get_progress()
        assert total == translated, task
    assert "Soup for everyone" in Client().get("/en/oude-sluis/").content.decode()
    page = Client().get("/en/oude-sluis/boodschappenbus/").content.decode()
    for words in ("Call us the first time", "Can I bring my dog?", "Where and when", "9.45 am"):
        assert words in page
    assert "حساء للجميع" in Client().get("/ar/oude-sluis/").content.decode()


def test_every_block_is_shown_more_than_once() -> None:
    used = Counter[str]()
    for page in Page.objects.live().filter(depth__gt=1, locale__language_code="nl").specific():
        body = getattr(page, "body", None)
        used.update(block.block_type for block in body or [])

    known = {*StoryBlock().child_blocks, *NieuwsbriefBlock().child_blocks}
    assert {name for name, times in used.items() if times > 1} == known


def test_blocks_are_whole() -> None:
    for page in Page.objects.live().filter(depth__gt=1).specific():
        body = getattr(page, "body", None)
        if body:
            assert body.stream_block.clean(body), page.url


def test_pictures_are_kept_as_they_are_and_can_be_made_smaller() -> None:
    image = Image.objects.get(title="Sluisdam")
    with image.open_file() as file:
        assert file.read() == (ROOT / "nieuws/demo/pictures/sluisdam.webp").read_bytes()

    assert image.get_rendition("fill-64x40").file.name.endswith(".webp")
    assert image.get_rendition("fill-64x40|format-jpeg").file.name.endswith(".jpg")


def test_documents_can_be_fetched() -> None:
    for document in Document.objects.all():
        assert Client().get(document.url).status_code == 200, document


def test_a_story_becomes_blocks() -> None:
    story = """
## Kop

Een **vet** woord en [een link](/wijken/).

- een
- twee

> Mooi!
> — Ria

!let-op Pas op
Het is glad op {+1}.
"""
    with translation.override("nl"):
        blocks = as_blocks(with_dates(story, date(2026, 1, 1)), NO_SOURCES)

    assert [block["type"] for block in blocks] == ["text", "quote", "callout"]
    assert blocks[0]["value"]["text"] == (
        '<h2>Kop</h2><p>Een <b>vet</b> woord en <a href="/wijken/">een link</a>.</p>'
        "<ul><li>een</li><li>twee</li></ul>"
    )
    assert blocks[1]["value"] == {"quote": "Mooi!", "source": "Ria"}
    assert blocks[2]["value"]["kind"] == "warning"
    assert "vrijdag 2 januari" in blocks[2]["value"]["text"]


def test_newsletters_were_sent_one_waits_and_one_is_begun() -> None:
    sent = Counter(Editie.objects.filter(status="klaar").values_list("wijk__slug", flat=True))
    planned = Editie.objects.get(status="gepland")

    assert sent["havenkwartier"] == sent["oude-sluis"] == 3
    assert sent[None] == 1
    assert planned.scheduled_for is not None
    assert planned.scheduled_for > timezone.now()
    assert NieuwsbriefPage.objects.filter(live=False, edities=None).exists()


def test_every_newsletter_can_be_sent_and_shows_all_that_was_picked() -> None:
    for page in NieuwsbriefPage.objects.all():
        told = " ".join(problems(page))
        assert not refusals(page), page
        assert "komt niet in de mail" not in told, told
        assert "leidt nergens heen" not in told, told


def test_readers_said_yes_and_some_mail_came_back() -> None:
    places = Abonnement.objects.exclude(status="onbevestigd")

    assert Abonnee.objects.count() == 120
    assert places.count() == places.filter(toestemmingen__soort="bevestigd").distinct().count()
    assert set(Retour.objects.values_list("soort", flat=True)) == {"hard", "zacht", "klacht"}
    assert set(Abonnee.objects.values_list("stand", flat=True)) == {"actief", "geschorst", "klacht"}
    assert Lijst.objects.filter(wijk__slug="havenkwartier").count() == 3
    assert all(abonnee.email.endswith("@voorbeeld.example") for abonnee in Abonnee.objects.all())
