"""Initiatives for the wards of a large city: pages, who supports them, what they ask, and ideas."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from time import perf_counter
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page, Site

from tests.builders import texts
from tests.builders.ground import Place, drawn, within
from tests.builders.hearts import Hearts
from tests.builders.rows import Rows, analyze, mind_sequences, next_id
from tests.builders.tree import Node, Tree
from wijkteams.initiatieven.models import (
    AFGESLOTEN,
    HulpVraag,
    Initiatief,
    InitiatiefAanvraag,
    InitiatiefPage,
    InitiatievenIndexPage,
    Nodig,
    Staat,
    Stap,
)
from wijkteams.models import Thema, Wijk, WijkPage
from wijkteams.vermeldingen.rebuild import rebuild

THEMES = ("Groen", "Ontmoeten", "Verkeer", "Jeugd", "Zorg voor elkaar", "Afval", "Energie", "Kunst")
MONTHS = 24
WITH_HEARTS = 10
"One in so many has tens of supporters."


@dataclass(frozen=True)
class Built:
    """What was made, and how long that took."""

    initiatives: int
    ideas: int
    seconds: float


def build_initiatives(wijken: Sequence[Wijk], number: int) -> Built:
    """So many in all, spread over the wards; and one idea that waits in each ward."""
    began, random = perf_counter(), Random(number)
    first_page = next_id(Page)
    with transaction.atomic():
        middles, themas = drawn(wijken), _themes()
        made = Initiatives(Tree({InitiatievenIndexPage: {}, InitiatiefPage: {}}, random), themas)
        sections = [(wijk, _section(made.tree, wijk)) for wijk in wijken]
        for n in range(number):
            wijk, section = sections[n % len(sections)]
            made.add(section, wijk, middles[wijk.pk], n)
        for _wijk, section in sections:
            made.tree.done(section)
        made.finish()
        _tell_ideas(wijken, random)
    rebuild(Q(pk__gte=first_page))
    analyze()
    return Built(number, len(wijken), perf_counter() - began)


class Initiatives:
    """Writes pages, identities and all that hangs on them straight into the tables."""

    def __init__(self, tree: Tree, themas: Sequence[Thema]) -> None:
        self.tree, self.themas, self.now = tree, themas, timezone.now()
        self.identities, self.steps = Rows(Initiatief, is_live=True), Rows(Stap)
        self.needs, self.hearts = Rows(HulpVraag, soort=Nodig.MENSEN, is_open=True), Hearts()
        self.about = Rows(InitiatiefPage.themas.through)
        self.next_pk = self.first_pk = next_id(Initiatief)

    def add(self, section: Node, wijk: Wijk, middle: Place, number: int) -> None:
        """One initiative, with its page."""
        random = self.tree.random
        title = texts.plan(random)
        since = self.now - timedelta(minutes=random.randrange(MONTHS * 30 * 24 * 60))
        page = self.tree.hang(
            section, InitiatiefPage, title, f"initiatief-{number + 1}", wijk_id=wijk.pk,
            summary=texts.sentence(random), body=texts.body(random), published=since,
        )  # fmt: skip
        self.tree.done(page)
        for thema in random.sample(self.themas, random.randrange(1, 3)):
            self.about.add(initiatiefpage_id=page.pk, thema_id=thema.pk)
        latitude, longitude = within(middle, random)
        self._identity(
            number, translation_key=page.values["translation_key"], wijk_id=wijk.pk, title=title,
            staat_sinds=since, laatste_teken=since, created_at=since, hele_wijk=number % 5 == 0,
            latitude=latitude, longitude=longitude, plaats_tekst=f"Kadeweg {number % 200}",
        )  # fmt: skip

    def _identity(self, number: int, **fields: Any) -> None:
        """How far it is, what it asks and who supports it."""
        random, pk = self.tree.random, self.next_pk
        staat = list(Staat)[number % len(Staat)]
        # One in fifty went on in the one before it.
        joined, since = pk - 1 if number % 50 == 49 else None, fields["staat_sinds"]
        hearts = random.randrange(20, 60) if number % WITH_HEARTS == 7 else 0
        self.identities.add(
            id=pk, staat=staat, samengevoegd_in_id=joined, stap=1,
            zoekt_hulp=not (staat in AFGESLOTEN or joined) and self._asks(pk, random),
            afgesloten_op=since if staat in AFGESLOTEN else None,
            **self.hearts.counts(pk, hearts), **fields,
        )  # fmt: skip
        self.steps.add(initiatief_id=pk, naar=staat, zin=texts.title(random), wanneer=since)
        self.next_pk += 1

    def _asks(self, pk: int, random: Random) -> bool:
        """Whether it asks for people that are not all found."""
        if random.random() < 0.4:
            return False
        wanted = random.randrange(1, 9)
        found = random.randrange(wanted + 1)
        self.needs.add(
            initiatief_id=pk, code=uuid.uuid4().hex, titel="Chauffeurs", aantal=wanted,
            elders_gevonden=found,
        )  # fmt: skip
        return found < wanted

    def finish(self) -> None:
        """Write what waits: pages first, then what hangs on them."""
        self.tree.finish()
        for rows in (self.identities, self.steps, self.needs, self.about):
            rows.write()
        self.hearts.finish()
        mind_sequences(Initiatief)


def _themes() -> list[Thema]:
    for name in THEMES:
        Thema.objects.get_or_create(slug=f"bouw-{name.lower()}".replace(" ", "-"), name=name)
    return list(Thema.objects.filter(slug__startswith="bouw-"))


def _section(tree: Tree, wijk: Wijk) -> Node:
    """The page of the initiatives of a ward that has none yet."""
    hub = Site.objects.get(is_default_site=True).root_page
    front = WijkPage.objects.child_of(hub).get(wijk=wijk)
    under = Node(front.pk, front.path, front.depth, front.url_path, front.numchild)
    WijkPage.objects.filter(pk=front.pk).update(numchild=F("numchild") + 1)
    own: dict[str, Any] = {"wijk_id": wijk.pk, "show_in_menus": True}
    return tree.hang(under, InitiatievenIndexPage, "Initiatieven", "initiatieven", **own)


def _tell_ideas(wijken: Sequence[Wijk], random: Random) -> None:
    """One in each ward waits for an answer."""
    before = timezone.localdate() + timedelta(days=3)
    rows = [
        InitiatiefAanvraag(
            wijk=wijk, titel=texts.plan(random), idee=texts.sentence(random), antwoord_voor=before
        )
        for wijk in wijken
    ]
    InitiatiefAanvraag.objects.bulk_create(rows, batch_size=400)
