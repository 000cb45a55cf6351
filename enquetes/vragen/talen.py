"""The questions of a survey in the language of the reader (requirement S11).

What is asked, and in which order, is always what the version says. Another language gives only its
texts, by the ids of blocks and options; what it does not have stays Dutch, and the reader is told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.conf import settings
from wagtail_localize.models import TranslationSource

from enquetes.vragen.lijst import Optie, Stap, Vraag, Vragenlijst
from enquetes.vragen.reading import vragenlijst_of

if TYPE_CHECKING:
    from enquetes.models import Versie


@dataclass(frozen=True)
class Vertaald:
    """Questions in a language; `volledig`: nothing of it is still in Dutch."""

    vragenlijst: Vragenlijst
    volledig: bool


def vragenlijst_in(versie: Versie, language: str) -> Vertaald:
    """What this version asks, in this language as far as it was translated and published."""
    asked = versie.vragenlijst
    if language == settings.LANGUAGE_CODE:
        return Vertaald(asked, volledig=True)
    found = _translated(versie, language)
    if found is None:
        return Vertaald(asked, volledig=False)
    reader = _Reader(found, _when_translated(versie, language))
    made = Vragenlijst(tuple(reader.stap(stap) for stap in asked.stappen))
    return Vertaald(made, volledig=reader.volledig)


class _Reader:
    """Lays the texts of a translation over questions, and remembers whether any was missing."""

    def __init__(self, found: Vragenlijst, before: Vragenlijst | None) -> None:
        self.steps = {stap.id: stap for stap in found.stappen}
        self.questions = found.by_id
        self.known = None if before is None else _texts(before)
        self.volledig = True

    def stap(self, stap: Stap) -> Stap:
        """A page of questions."""
        own = self.steps.get(stap.id)
        return replace(
            stap,
            title=self._text(stap.id, stap.title, own.title if own else ""),
            intro=self._text(stap.id, stap.intro, own.intro if own else "", sentence=True),
            vragen=tuple(self._vraag(vraag) for vraag in stap.vragen),
        )

    def _vraag(self, vraag: Vraag) -> Vraag:
        own = self.questions.get(vraag.id)
        if own is None:
            self.volledig = False
            return vraag
        key = vraag.id
        return replace(
            vraag,
            text=self._text(key, vraag.text, own.text, sentence=True),
            help=self._text(key, vraag.help, own.help),
            links=self._text(key, vraag.links, own.links),
            rechts=self._text(key, vraag.rechts, own.rechts),
            opties=self._opties(vraag.opties, own.opties),
            rijen=self._opties(vraag.rijen, own.rijen),
        )

    def _opties(self, opties: tuple[Optie, ...], own: tuple[Optie, ...]) -> tuple[Optie, ...]:
        texts = {optie.id: optie.text for optie in own}
        return tuple(
            Optie(one.id, self._text(one.id, one.text, texts.get(one.id, ""))) for one in opties
        )

    def _text(self, key: str, dutch: str, own: str, *, sentence: bool = False) -> str:
        """The translated text; the Dutch one when there is none, or when that says something new.

        A sentence that is the same was not translated. A word may be the same: a name, a number.
        """
        if not dutch:
            return ""
        is_new = self.known is not None and (key, dutch) not in self.known
        if not own or is_new:
            self.volledig = False
            return dutch
        if sentence and own == dutch:
            self.volledig = False
        return own


def _translated(versie: Versie, language: str) -> Vragenlijst | None:
    from enquetes.models import EnquetePage

    pages = EnquetePage.objects.live().filter(
        translation_key=versie.enquete.translation_key, locale__language_code=language
    )
    page = pages.only("vragen").first()
    return None if page is None else vragenlijst_of(page.vragen)


def _when_translated(versie: Versie, language: str) -> Vragenlijst | None:
    """The Dutch questions that translators saw; None when they write this page by hand.

    A question that says something else since then keeps its Dutch words: the old translation asks
    another question.
    """
    from enquetes.models import EnquetePage

    sources = TranslationSource.objects.filter(
        object_id=versie.enquete.translation_key,
        translations__target_locale__language_code=language,
        translations__enabled=True,
    )
    content = sources.values_list("content_json", flat=True).first()
    if content is None:
        return None
    raw: Any = json.loads(content).get("vragen", "[]")
    return vragenlijst_of(EnquetePage._meta.get_field("vragen").to_python(raw))


def _texts(vragenlijst: Vragenlijst) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for stap in vragenlijst.stappen:
        found |= {(stap.id, stap.title), (stap.id, stap.intro)}
        for vraag in stap.vragen:
            found |= {(vraag.id, text) for text in (vraag.text, vraag.help)}
            found |= {(vraag.id, text) for text in (vraag.links, vraag.rechts)}
            found |= {(one.id, one.text) for one in (*vraag.opties, *vraag.rijen)}
    return found
