"""'Alle routes': every way through a survey, to look at before others walk it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from enquetes.beheer import access
from enquetes.beheer.frame import frame_of
from enquetes.beheer.words import WoordenVan
from enquetes.models import EnquetePage
from enquetes.vragen.controle import fouten_in_woorden
from enquetes.vragen.duur import LONG
from enquetes.vragen.lijst import Vragenlijst
from enquetes.vragen.paden import Weg, paden
from enquetes.vragen.reading import vragenlijst_of


@dataclass(frozen=True)
class Choice:
    """An answer that leads this way."""

    question: str
    answer: str


@dataclass(frozen=True)
class Page:
    """What one sees on it, by number."""

    number: int
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Way:
    """One way, in words."""

    weg: Weg
    choices: tuple[Choice, ...]
    pages: tuple[Page, ...]


@require_safe
def ways(request: HttpRequest, page_id: int) -> HttpResponse:
    """All ways, the longest first, of what was saved last."""
    page = access.the_page_to_try(request, page_id)
    lijst = vragenlijst_of(page.vragen)
    found = paden(lijst)
    context = {
        "survey": page,
        "ways": [_in_words(page, lijst, weg) for weg in found.wegen],
        "is_complete": found.volledig,
        "longest": found.langste,
        "is_long": found.langste > LONG,
        "faults": fouten_in_woorden(lijst),
        **frame_of(page, _("Alle routes")),
    }
    return render(request, "enquetes/beheer/paden.html", context)


def _in_words(page: EnquetePage, lijst: Vragenlijst, weg: Weg) -> Way:
    words = WoordenVan(page.wijk_id)
    numbers = {stap.id: place for place, stap in enumerate(lijst.stappen, start=1)}
    return Way(
        weg,
        tuple(
            Choice(vraag.text, words.answer(vraag, weg.antwoorden.get(vraag.id)))
            for vraag in weg.beslissend
        ),
        tuple(
            Page(numbers[stap.id], stap.title, tuple(vraag.text for vraag in stap.vragen))
            for stap in weg.stappen
        ),
    )
