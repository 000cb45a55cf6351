"""`laad_demo`: the city to try things in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import Client, override_settings
from django.utils import translation
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, ReferenceIndex, WorkflowState
from wagtail_localize.models import Translation

from accounts.models import User
from home.demo import PASSWORD, PEOPLE
from nieuws.models import NieuwsPage
from tests.home.demo_city import AS_DEMO, originals, rows, run_demo
from wijkteams.demo.story import as_blocks, with_dates
from wijkteams.models import Image, Wijk, WijkPage
from wijkteams.roles import Rol

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """What the command said; loaded once for all tests of this file, and taken back after them."""
    with django_db_blocker.unblock(), override_settings(**AS_DEMO), transaction.atomic():
        begun = process_time()
        said = run_demo()
        assert process_time() - begun < 20
        yield said
        transaction.set_rollback(True)


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
    assert "حساء للجميع" in Client().get("/ar/oude-sluis/").content.decode()


def test_pictures_are_light_enough_to_travel_in_the_wheel() -> None:
    folders = [ROOT / "wijkteams/demo", ROOT / "nieuws/demo"]

    size = sum(file.stat().st_size for folder in folders for file in folder.rglob("*.jpg"))

    assert 0 < size <= 3_000_000


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
        blocks = as_blocks(with_dates(story, date(2026, 1, 1)), lambda name, alt: 1)

    assert [block["type"] for block in blocks] == ["text", "quote", "callout"]
    assert blocks[0]["value"]["text"] == (
        '<h2>Kop</h2><p>Een <b>vet</b> woord en <a href="/wijken/">een link</a>.</p>'
        "<ul><li>een</li><li>twee</li></ul>"
    )
    assert blocks[1]["value"] == {"quote": "Mooi!", "source": "Ria"}
    assert blocks[2]["value"]["kind"] == "warning"
    assert "vrijdag 2 januari" in blocks[2]["value"]["text"]
