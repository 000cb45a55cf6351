"""What one can choose an agenda by, and what was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from core.page_cache import Remembered
from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.marks import FOR_WHOM, FREE, NO_STEPS
from wijkteams.activiteiten.models.choices import Taal
from wijkteams.models import Buurt, Thema, Wijk
from wijkteams.vermeldingen.querying import Choice
from wijkteams.wards import ward_items

if TYPE_CHECKING:
    from django.http import HttpRequest

    from wijkteams.activiteiten.agenda.asked import Asked
    from wijkteams.activiteiten.models import AgendaPage

MOST_WARDS = 60
"A city with more wards asks for the name: nobody looks through such a list on a phone."
Named = tuple[str, str]
"What stands in the address, and its name."

_ROWS: Remembered[list[Thema] | list[Buurt]] = Remembered()


@dataclass(frozen=True)
class Options:
    """What the form offers. An empty list: nothing to choose, and the question is not asked."""

    wijken: list[Named] = field(default_factory=list)
    asks_ward_by_name: bool = False
    buurten: list[Buurt] = field(default_factory=list)
    themas: list[Thema] = field(default_factory=list)
    chosen: Wijk | None = None
    "The ward that was chosen on the hub."

    @property
    def voor(self) -> list[Named]:
        """Whom it is for."""
        return [(key, str(name)) for key, name in FOR_WHOM.items()]

    @property
    def talen(self) -> list[Named]:
        """Languages that are spoken there."""
        return [(code, str(name)) for code, name in Taal.choices]

    def choice(self, page: AgendaPage, asked: Asked) -> Choice:
        """Which rows were asked for."""
        marks = {asked.voor, FREE if asked.gratis else "", NO_STEPS if asked.drempels else ""}
        marks.add(f"taal_{asked.taal}" if asked.taal else "")
        return Choice(
            ACTIVITEIT,
            wijk=page.wijk or self.chosen,
            buurt=next((b.pk for b in self.buurten if b.slug == asked.buurt), None),
            thema=next((t.pk for t in self.themas if t.slug == asked.thema), None),
            marks=frozenset(marks - {""}),
        )

    def names(self, asked: Asked) -> Iterator[tuple[str, str]]:
        """What was chosen: the name in the address, and the words."""
        if self.chosen is not None:
            yield "wijk", self.chosen.name
        for name, rows in (("buurt", self.buurten), ("thema", self.themas)):
            slug = getattr(asked, name)
            yield from ((name, row.name) for row in rows if row.slug == slug)
        if asked.voor:
            yield "voor", str(FOR_WHOM[asked.voor])
        if asked.taal:
            yield "taal", str(Taal(asked.taal).label)


def options_of(page: AgendaPage, asked: Asked, request: HttpRequest) -> Options:
    """What there is to choose here. Wards, neighbourhoods and themes are remembered."""
    wijk = page.wijk
    if wijk is not None:
        return Options(buurten=_buurten(wijk), themas=_themas(wijk))
    wards = ward_items(page.locale, limit=MOST_WARDS, request=request)
    by_name = wards.older is not None
    chosen = _ward_named(asked.wijk)
    return Options(
        wijken=[] if by_name else [(item.slug, item.name) for item in wards.items],
        asks_ward_by_name=by_name,
        buurten=_buurten(chosen) if chosen else [],
        themas=_themas(chosen),
        chosen=chosen,
    )


def _ward_named(text: str) -> Wijk | None:
    if not text:
        return None
    wards = Wijk.objects.filter(Q(slug=text) | Q(name__iexact=text))
    return wards.defer("boundary", "imported").order_by("pk").first()


def _buurten(wijk: Wijk) -> list[Any]:
    rows = Buurt.objects.filter(wijk=wijk).defer("boundary", "imported")
    return _ROWS.get(("buurten", wijk.pk), lambda: list(rows))


def _themas(wijk: Wijk | None) -> list[Any]:
    pk = wijk.pk if wijk else None
    rows = (
        Thema.objects.filter(Q(wijk=None) | Q(wijk=pk)) if pk else Thema.objects.filter(wijk=None)
    )
    return _ROWS.get(("themas", pk), lambda: list(rows))
