"""Everything that stands on the form on paper, as plain data for Typst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Locale

from core.absolute import absolute
from enquetes.models import Enquete, EnquetePage, Versie
from enquetes.papier.codes import Code, Plaats, codes_of, plaats_of
from enquetes.papier.drawing import outline_of
from enquetes.papier.explaining import anonymity, how_to, how_to_answer, labels
from enquetes.papier.skipping import Words
from enquetes.vragen import Soort, Stap, Vraag, Vragenlijst
from enquetes.vragen.antwoord import WEET_NIET
from enquetes.vragen.nummers import nummers as numbers_of
from enquetes.vragen.talen import vragenlijst_in
from wijkteams.activiteiten.drukwerk.sheet import Sheet, how_to_ask
from wijkteams.activiteiten.drukwerk.sheet import sheet_of as house_sheet

MOST_BOXES = 24
"More neighbourhoods than this are not listed: one writes the name."


def sheet_of(
    versie: Versie, language: str, *, groot: bool = False, nummers: Sequence[int] = ()
) -> Sheet:
    """The form in a language that is switched on already."""
    enquete = versie.enquete
    page = _page(enquete, language)
    address = absolute(reverse("enquete_begin", args=[enquete.code]))
    contact = how_to_ask("", "", enquete.wijk)
    sheet = house_sheet(enquete.wijk, Locale(language_code=language), address, contact)
    asked = _Asked(vragenlijst_in(versie, language).vragenlijst, plaats_of(enquete))
    sheet.data |= {
        "title": page.title if page else enquete.title,
        "above": enquete.wijk.name if enquete.wijk else sheet.data["below"],
        "groot": groot,
        "copies": list(nummers) or [0],
        "how": how_to(enquete, contact),
        "anonymity": anonymity(enquete),
        "sender": not enquete.is_anoniem,
        "back": _back(enquete, page),
        "version": f"{enquete.code}-{versie.nummer}",
        "steps": [asked.step(stap) for stap in asked.vragenlijst.stappen],
        "labels": labels(),
        "map": "",
    }
    if asked.plaats.ground and any(asked.vragenlijst.only(Soort.KAART)):
        sheet.data["map"] = "kaart.svg"
        sheet.files["kaart.svg"] = outline_of(asked.plaats.ground, enquete)
    return sheet


def _page(enquete: Enquete, language: str) -> EnquetePage | None:
    pages = EnquetePage.objects.live().filter(translation_key=enquete.translation_key)
    by_language = {page.locale.language_code: page for page in pages.select_related("locale")}
    return by_language.get(language) or next(iter(by_language.values()), None)


def _back(enquete: Enquete, page: EnquetePage | None) -> dict[str, str]:
    """Until when it may come back, and where."""
    until = ""
    if enquete.closes_at:
        # Midnight is the end of a day, and not the beginning of the next.
        day = date_format(localtime(enquete.closes_at - timedelta(seconds=1)), "l j F Y")
        until = _("Inleveren kan tot en met %(day)s.") % {"day": day}
    where = (page.retouradres if page else "").strip()
    if not where and enquete.wijk:
        where = enquete.wijk.meeting_place
    return {"until": until, "where": where}


@dataclass(frozen=True)
class _Asked:
    """Questions on their way to paper."""

    vragenlijst: Vragenlijst
    plaats: Plaats

    @cached_property
    def words(self) -> Words:
        codes = {one.id: codes_of(one, self.plaats) for one in self.vragenlijst.vragen()}
        return Words(self.vragenlijst, numbers_of(self.vragenlijst), codes)

    def step(self, stap: Stap) -> dict[str, Any]:
        return {
            "title": stap.title,
            "intro": stap.intro,
            "only": self._only_step(stap),
            "questions": [
                self.question(vraag, before)
                for before, vraag in zip((None, *stap.vragen), stap.vragen, strict=False)
            ],
        }

    def question(self, vraag: Vraag, before: Vraag | None) -> dict[str, Any]:
        codes = codes_of(vraag, self.plaats)
        drawn = _drawn(vraag, codes)
        return {
            "kind": drawn,
            "number": self.words.numbers.get(vraag.id, 0),
            "text": vraag.text,
            "help": vraag.help,
            "how": how_to_answer(vraag, drawn),
            "only": self._only(vraag, before),
            "options": [
                {"code": code.code, "text": code.text}
                for code in codes
                if drawn != "kaart" or code.value == WEET_NIET
            ],
            "rows": [one.text for one in (vraag.rijen or vraag.opties)],
            "left": vraag.links,
            "right": vraag.rechts,
            "other": vraag.anders,
            "ways": self.words.ways_on(vraag) if vraag.is_vraag else [],
        }

    def _only_step(self, stap: Stap) -> str:
        when = self.words.when(stap.als)
        numbers = [self.words.numbers[one.id] for one in stap.vragen if one.is_vraag]
        if not when:
            return ""
        text = _("Deze vragen zijn alleen voor u als %(when)s.") % {"when": when}
        return f"{text} {self.words.otherwise(stap.als, max(numbers))}" if numbers else text

    def _only(self, vraag: Vraag, before: Vraag | None) -> str:
        when = self.words.when(vraag.als)
        if not when:
            return ""
        text = _("Alleen als %(when)s.") % {"when": when}
        follows = before is not None and vraag.als == before.als
        decided = before is not None and any(one.vraag == before.id for one in vraag.als.regels)
        if follows or decided or not vraag.is_vraag:
            return text  # the way on stood with the question before it
        return f"{text} {self.words.otherwise(vraag.als, self.words.numbers[vraag.id])}"


def _drawn(vraag: Vraag, codes: Sequence[Code]) -> str:
    """Which drawing a question gets."""
    if vraag.soort == Soort.BUURT:
        return "keuze" if len(codes) <= MOST_BOXES else "kort"
    if vraag.soort == Soort.JA_NEE:
        return "keuze"
    return str(vraag.soort)
