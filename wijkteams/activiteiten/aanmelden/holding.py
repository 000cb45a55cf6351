"""Changing who comes: one at a time, and lists and kept pages know of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction

from core import page_cache
from wijkteams.activiteiten.aanmelden.counting import Counts, capacity_of, count, reserved_of
from wijkteams.activiteiten.aanmelden.room import Room, in_words, room_by
from wijkteams.activiteiten.keren import publishing
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.models.choices import Bereik


@dataclass
class Held:
    """An activity that nobody else changes now, and the time that it is about.

    Others wait meanwhile: what is asked twice is remembered, until `changed` says otherwise.
    """

    activiteit: Activiteit
    keer: Keer | None
    _counts: Counts | None = None

    def counts(self) -> Counts:
        """How many places are taken at this moment."""
        if self._counts is None:
            keren = [self.keer] if self.keer else []
            self._counts = count(self.activiteit, keren)[self.keer.pk if self.keer else None]
        return self._counts

    def changed(self) -> None:
        """Somebody got a place, or left."""
        self._counts = None

    def room(self) -> Room:
        """How much room there is at this moment."""
        return room_by(self.counts(), self.activiteit, self.keer)

    def fits(self, places: int, *, is_team: bool) -> bool:
        """Whether a group of this size can come now."""
        capacity = capacity_of(self.activiteit, self.keer)
        if capacity is None:
            return True
        if is_team:
            return places <= self.counts().free_for_team(capacity)
        return places <= self.counts().free(capacity, reserved_of(self.activiteit, capacity))


@contextmanager
def held(activiteit_id: int, keer_id: int | None) -> Iterator[Held]:
    """Hold an activity until the transaction ends; what readers see of it is brought up to date.

    Raises DoesNotExist when it was removed in the meantime.
    """
    with transaction.atomic():
        activiteit = Activiteit.objects.locked(activiteit_id)
        keer = activiteit.keren.get(pk=keer_id) if keer_id is not None else None
        if keer is not None:
            keer.activiteit = activiteit
        this = Held(activiteit, keer)
        before = this.room()
        yield this
        this.changed()
        show(activiteit, before, this.room(), everywhere=keer is None)


@contextmanager
def held_of(pk: int) -> Iterator[tuple[Held, Aanmelding]]:
    """The same for one sign-up, which is read anew once it is held."""
    ids = Aanmelding.objects.values_list("activiteit_id", "keer_id").get(pk=pk)
    with held(*ids) as this:
        aanmelding = Aanmelding.objects.get(pk=pk)
        aanmelding.activiteit, aanmelding.keer = this.activiteit, this.keer
        yield this, aanmelding


def show(activiteit: Activiteit, before: Room, after: Room, *, everywhere: bool = False) -> None:
    """Lists keep the state of each time; the page itself shows the number too."""
    if before.state != after.state or (everywhere and activiteit.bereik == Bereik.KEER):
        publishing.changed(activiteit)
    elif in_words(before) != in_words(after):
        pages = ActiviteitPage.objects.filter(translation_key=activiteit.translation_key)
        page_cache.drop(*(f"pagina:{pk}" for pk in pages.values_list("pk", flat=True)))
