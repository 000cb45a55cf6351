"""What stands in each column of an export, for whoever opens it next year (requirement S10)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from enquetes.models import Enquete
from enquetes.uitvoer.asked import Asked, asked
from enquetes.uitvoer.columns import Column, columns_of
from enquetes.vragen import Soort
from wijkteams.models import Buurt


@dataclass(frozen=True)
class Codebook:
    """The questions of a survey and the columns that they get."""

    asked: list[Asked]
    columns: list[Column]
    buurten: dict[str, str]
    with_names: bool

    def heading(self) -> list[str]:
        """The first line of the answers."""
        return [*(word for word, _what in fixed(self.with_names)), *self.headings()]

    def headings(self) -> list[str]:
        """Those of the questions."""
        return [column.heading for column in self.columns]

    def lines(self) -> Iterator[list[Any]]:
        """The code book itself, with its own first line."""
        yield [
            *(_("Kolom"), _("Wat erin staat"), _("Vraag"), _("Soort vraag"), _("Antwoord")),
            *(_("Gevraagd in versie"), _("Verplicht"), _("Id van de vraag")),
            *(_("Id van de regel"), _("Id van het antwoord")),
        ]
        for name, what in fixed(self.with_names):
            yield [name, what, "", "", "", "", "", "", "", ""]
        known = {one.vraag.id: one for one in self.asked}
        for column in self.columns:
            one = known[column.vraag.id]
            yield _line(column, one, column.what, column.means, column.optie)
            for key, words in column.words.items():
                yield _line(column, one, _("Wat erin kan staan"), words, key)


def codebook_of(enquete: Enquete, *, with_names: bool = False) -> Codebook:
    """Made of all versions, whatever was answered: the same columns at every download."""
    questions = asked(enquete.versies.all())
    buurten = buurten_of(enquete)
    columns = [column for one in questions for column in columns_of(one, buurten)]
    return Codebook(questions, columns, buurten, with_names)


def buurten_of(enquete: Enquete) -> dict[str, str]:
    """The neighbourhoods that somebody can have answered, by how an answer names them."""
    rows = Buurt.objects.order_by("wijk__name", "name")
    if enquete.wijk_id is not None:
        rows = rows.filter(wijk=enquete.wijk_id)
    return {str(pk): name for pk, name in rows.values_list("pk", "name")}


def fixed(with_names: bool) -> list[tuple[str, str]]:
    """The columns that every survey has, with what stands in them."""
    columns = [
        (_("versie"), _("Welke lijst met vragen dit was")),
        (_("kanaal"), _("Hoe het binnenkwam: website, papier, telefoon, aan de deur")),
        (_("taal"), _("In welke taal iemand de vragen las")),
        (_("dag"), _("De dag waarop het antwoord is bijgelegd, nooit de tijd")),
        (_("buurt"), _("De buurt, als die bekend is door de huiscode of het antwoord")),
    ]
    if with_names:
        columns += [
            (_("naam"), _("Wie het invulde, als die dat opschreef")),
            (_("e-mailadres"), _("Van wie het invulde, als die dat opschreef")),
        ]
    return columns


def _line(column: Column, one: Asked, what: str, means: str, optie: str) -> list[Any]:
    vraag = one.vraag
    return [
        *(column.code, what, vraag.text, Soort(vraag.soort).label, means),
        ", ".join(map(str, one.versies)),
        _("ja") if vraag.verplicht else _("nee"),
        *(vraag.id, column.rij, optie),
    ]
