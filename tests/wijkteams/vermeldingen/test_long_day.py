"""After a long day of many hands the rows are what they would be if they were made anew."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from random import Random

import pytest
from django.db import transaction
from wagtail.models import Locale, Page, PageViewRestriction

from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import year_page
from tests.factories import news, photo
from tests.wijkteams.vermeldingen.rows import assert_all_right
from wijkteams.models import Image, Thema, Vermelding, Wijk, WijkPage
from wijkteams.services import change_address

pytestmark = pytest.mark.django_db
STEPS = 60


class UndoneError(Exception):
    """Somebody pulled the plug."""


class Day:
    """People who do things with pages, drawn by lot."""

    def __init__(self, seed: int, indexes: list[NieuwsIndexPage]) -> None:
        self.random = Random(seed)
        self.indexes = indexes
        self.english = Locale.objects.create(language_code="en")
        self.themas = [Thema.objects.create(name=n, slug=n.lower()) for n in ("Groen", "Verkeer")]
        self.actions: list[Callable[[], object]] = [
            self.write, self.write, self.publish, self.publish, self.rename, self.take_down,
            self.delete, self.move, self.close, self.open, self.close_section, self.translate,
            self.follow, self.rename_section, self.rename_ward, self.change_photo, self.save_plain,
        ]  # fmt: skip

    def page(self) -> NieuwsPage | None:
        pks = sorted(NieuwsPage.objects.values_list("pk", flat=True))
        return NieuwsPage.objects.get(pk=self.random.choice(pks)) if pks else None

    def index(self) -> NieuwsIndexPage:
        return NieuwsIndexPage.objects.get(pk=self.random.choice(self.indexes).pk)

    def write(self) -> None:
        index, year = self.index(), self.random.choice([2025, 2026])
        picture = photo(index.wijk) if self.random.random() < 0.3 else None
        news(
            index,
            f"Bericht {self.random.random()}",
            date=datetime.date(year, 5, 1),
            live=self.random.random() < 0.7,
            image=picture,
            themas=self.random.sample(self.themas, self.random.randrange(3)),
        )

    def publish(self) -> None:
        page = self.page()
        if page is not None and page.alias_of_id is None:
            page.title = f"Beter {self.random.random()}"
            page.themas = self.random.sample(self.themas, 1)
            page.save_revision().publish()

    def rename(self) -> None:
        page = self.page()
        if page is not None:
            page.slug = f"ander-{self.random.randrange(10**9)}"
            page.save()

    def take_down(self) -> None:
        if (page := self.page()) is not None:
            page.unpublish()

    def delete(self) -> None:
        if (page := self.page()) is not None and self.random.random() < 0.5:
            Page.objects.get(pk=page.pk).delete()

    def move(self) -> None:
        page = self.page()
        if page is not None and page.locale_id != self.english.pk:
            page.move(year_page(self.index(), 2024), pos="last-child")

    def close(self) -> None:
        if (page := self.page()) is not None:
            PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")

    def close_section(self) -> None:
        PageViewRestriction.objects.create(page_id=self.index().pk, restriction_type="login")

    def open(self) -> None:
        if (found := PageViewRestriction.objects.order_by("?").first()) is not None:
            found.delete()

    def translate(self) -> None:
        page = self.page()
        if page is None or page.has_translation(self.english) or page.alias_of_id:
            return
        copy = page.copy_for_translation(self.english, copy_parents=True)
        copy.save_revision().publish()

    def follow(self) -> None:
        page = self.page()
        if page is not None and page.locale_id != self.english.pk:
            page.create_alias(
                parent=year_page(self.index(), 2026),
                update_slug=f"volgt-{self.random.randrange(10**9)}",
            )

    def rename_section(self) -> None:
        section = self.index()
        section.slug = f"nieuws-{self.random.randrange(10**9)}"
        section.save()

    def rename_ward(self) -> None:
        wijk = self.random.choice(list(Wijk.objects.order_by("pk")))
        change_address(wijk, f"wijk-{self.random.randrange(10**9)}")

    def change_photo(self) -> None:
        image = Image.objects.order_by("?").first()
        if image is None:
            return
        if self.random.random() < 0.5:
            image.delete()
        else:
            image.description, image.consent_withdrawn = "Anders", self.random.random() < 0.3
            image.save()

    def save_plain(self) -> None:
        page = self.random.choice(list(Page.objects.filter(depth__gt=2).order_by("pk")))
        page.save()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rows_are_right_after_everything(
    haven: Wijk, haven_news: NieuwsIndexPage, sluis_news: NieuwsIndexPage, seed: int
) -> None:
    day = Day(seed, [haven_news, sluis_news])
    for page in WijkPage.objects.all():
        page.copy_for_translation(day.english, copy_parents=True)

    for _step in range(STEPS):
        action = day.random.choice(day.actions)
        undone = day.random.random() < 0.15
        try:
            with transaction.atomic():
                action()
                if undone:
                    raise UndoneError
        except UndoneError:
            continue

    assert Vermelding.objects.filter(kind="nieuws").exists()
    assert_all_right()
