"""Saving a row does what its app said; a model that nobody thought of drops everything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from wagtail.models import Page

from core.models import Inzage, StadInstellingen, Veegopdracht
from core.page_cache import dropping, effects
from core.page_cache.dropping import EVERYTHING
from nieuws.models import NieuwsIndexPage
from tests.factories import news, photo
from wijkteams.models import Lidmaatschap, Wijk


@pytest.fixture
def dropped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that were asked to be dropped."""
    found: list[str] = []
    monkeypatch.setattr(dropping, "_drop", lambda keys: found.extend(sorted(keys)))
    return found


def test_every_installed_model_is_classified() -> None:
    models = [model for model in apps.get_models() if not model._meta.proxy]
    forgotten = [model._meta.label for model in models if effects.effects_of(model) is None]

    assert len(models) > 60
    assert not forgotten, (
        f"{forgotten}: register_effect(model, NOTHING), ALL or a function in the app's ready()"
    )


def test_model_that_nobody_classified_drops_everything(
    haven: Wijk, dropped: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(effects._EFFECTS, Inzage)

    Inzage.objects.create()

    assert dropped == [EVERYTHING]


def test_unseen_row_drops_nothing(haven: Wijk, joris: Any, dropped: list[str]) -> None:
    Lidmaatschap.objects.all().delete()
    joris.save()

    assert dropped == []


def test_setting_drops_everything(haven: Wijk, dropped: list[str]) -> None:
    StadInstellingen.objects.first().save()  # type: ignore[union-attr]

    assert EVERYTHING in dropped


def test_item_drops_exactly_what_shows_it(
    haven: Wijk, haven_news: NieuwsIndexPage, dropped: list[str]
) -> None:
    page = news(haven_news, "De bus")
    dropped.clear()

    page.title = "De bus rijdt"
    page.save_revision().publish()

    assert EVERYTHING not in dropped
    assert {f"pagina:{page.pk}", "vermeldingen:nieuws:stad", "sitemap"} <= set(dropped)
    assert f"vermeldingen:nieuws:{haven.pk}" in dropped


def test_draft_drops_nothing(haven_news: NieuwsIndexPage, dropped: list[str]) -> None:
    page = news(haven_news, "De bus")
    dropped.clear()

    page.title = "Een ander woord"
    page.save_revision()

    assert dropped == []


def test_new_photo_drops_nothing(haven: Wijk, dropped: list[str]) -> None:
    photo(haven)

    assert EVERYTHING not in dropped


def test_what_must_go_is_written_down_with_the_change(haven: Wijk, folder: Path) -> None:
    """Who is killed after the commit leaves it behind for the job of each minute."""
    with transaction.atomic():
        dropping.drop("a")
        dropping.drop("a")
        dropping.drop("b", "c")
        assert [row.keys for row in Veegopdracht.objects.order_by("pk")] == [["a"], ["b", "c"]]

    with transaction.atomic():
        dropping.drop("d")
        transaction.set_rollback(True)
    assert not Veegopdracht.objects.filter(keys=["d"]).exists()
    with transaction.atomic():
        dropping.drop("d")
    assert Veegopdracht.objects.filter(keys=["d"]).exists(), "what was undone is not planned"


def test_committed_drop_is_struck_out(
    haven: Wijk, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        dropping.drop("a")
        assert Veegopdracht.objects.count() == 1

    assert Veegopdracht.objects.count() == 0


def test_everything_includes_all_that_is_planned_after_it(haven: Wijk, folder: Path) -> None:
    dropping.drop_all("test")
    dropping.drop("a")
    Page.objects.get(depth=2).specific.save()

    assert [row.keys for row in Veegopdracht.objects.all()] == [[EVERYTHING]]
