"""Wards and hubs that were there before a section get theirs, when the database is updated.

A page that somebody made at the address of the section keeps all it says: 'agenda' moves to
'agenda-oud'. No migration can do this: it would make pages with models that are newer than their
tables. So it is done after each update, when all tables are what the program expects.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_migrate
from django.utils import timezone, translation
from wagtail.models import Locale, Page

from core.serving.prepare import unapplied_migrations
from wijkteams.models import Wijk, WijkPage

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class LateSection:
    """A section that wards and hubs did not always have."""

    slug: str
    model: Callable[[], type[Page]]
    build: Callable[[Wijk | None], Any]
    "Its page in a ward, or (without) on the hub."

    @transaction.atomic
    def add_where_missing(self) -> int:
        """Give it to each ward and hub in every language they have; gives how many were made."""
        made = 0
        for place, wijk in self._places():
            if not self.model().objects.child_of(place).exists():
                with translation.override(place.locale.language_code):
                    self._add(place, wijk)
                made += 1
        if made:
            logger.info("sections added: %d of %s", made, self.slug)
        return made

    def connect(self, app_label: str, also: Callable[[], object] | None = None) -> None:
        """Do so after each update of the database, and `also` that."""

        def after_migrate(plan: Any = None, **kwargs: Any) -> None:
            if plan and not unapplied_migrations():
                self.add_where_missing()
                if also is not None:
                    also()

        post_migrate.connect(
            after_migrate,
            sender=apps.get_app_config(app_label),
            weak=False,
            dispatch_uid=f"{app_label}.upgrade.{self.slug}",
        )

    def _places(self) -> Iterable[tuple[Page, Wijk | None]]:
        """The hub and the wards, in Dutch first: the others are translations of that.

        A hub without anything is that of a city that is still to be opened; that brings its own.
        """
        default = Locale.get_default().pk
        hubs = [page for page in opened_hubs() if self._is_hub(page)]
        wards = WijkPage.objects.filter(alias_of=None).select_related("locale", "wijk")
        found: list[tuple[Page, Wijk | None]] = [(hub, None) for hub in hubs]
        found += [(page, page.wijk) for page in wards.order_by("pk")]
        return sorted(found, key=lambda pair: (pair[0].locale_id != default, pair[0].pk))

    def _is_hub(self, page: Page) -> bool:
        return self.model().can_exist_under(page.specific)

    def _add(self, place: Page, wijk: Wijk | None) -> None:
        page = self.build(wijk)
        source = self._source_of(place)
        if source is not None:
            page.translation_key = source.translation_key
        page.locale, page.live = place.locale, place.live
        page.first_published_at = page.last_published_at = timezone.now()
        self._make_room(place)
        place.refresh_from_db()
        place.add_child(instance=page)

    def _source_of(self, place: Page) -> Page | None:
        """The page of which this one is the translation."""
        others = Page.objects.filter(translation_key=place.translation_key).exclude(pk=place.pk)
        pages: Any = self.model().objects
        for other in others.order_by("pk"):
            found: Page | None = pages.child_of(other).first()
            if found is not None:
                return found
        return None

    def _make_room(self, place: Page) -> None:
        """What stood at the address gets another; its own redirect leads there."""
        taken = place.get_children().filter(slug=self.slug).first()
        if taken is None:
            return
        names = set(place.get_children().values_list("slug", flat=True))
        free = (f"{self.slug}-oud", *(f"{self.slug}-{n}" for n in range(2, 999)))
        page = taken.specific
        page.slug = next(slug for slug in free if slug not in names)
        page.save(log_action="wagtail.rename")
        logger.warning("page %s gave up the address %s: now %s", page.pk, self.slug, page.slug)


def opened_hubs() -> Iterable[Page]:
    """Front pages of the city, in each language, that have something below them."""
    return Page.objects.filter(depth=2, numchild__gt=0).select_related("locale")
