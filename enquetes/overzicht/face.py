"""What the page of a survey shows before, while and after it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language

from core import page_cache
from enquetes.models import SETTINGS, Enquete, Stand
from enquetes.overzicht.counts import answers_of, with_answers
from enquetes.overzicht.links import begin_url, paper_urls
from enquetes.overzicht.states import day, label_of, last_day
from enquetes.toegang import words
from enquetes.uitslag.showing import shown_results
from enquetes.uitslag.visibility import is_public
from enquetes.vragen.duur import minutes
from enquetes.vragen.reading import vragenlijst_of
from enquetes.vragen.talen import Vertaald, vragenlijst_in

if TYPE_CHECKING:
    from enquetes.models import EnquetePage, Versie
    from enquetes.vragen import Vragenlijst

LEFT_ON_PAGE = "_published_survey"
TELLS_FROM = 10
"Fewer answers are not told: nobody begins because four others did."


def survey_context(page: EnquetePage, request: HttpRequest) -> dict[str, Any]:
    """How it stands with the survey, and what somebody must know before the first question."""
    enquete = None if is_preview(request) else published(page)
    shown = enquete or _as_written(page)
    stand = _stand(shown)
    versie = enquete.asked if enquete else None
    asked = _asked(page, versie)
    can_begin = stand == Stand.OPEN
    return {
        "enquete": shown,
        "stand": stand.value,
        "label": label_of(stand, shown.opens_at, shown.closes_at),
        "opens": day(shown.opens_at) if shown.opens_at else "",
        "closes": last_day(shown.closes_at) if shown.closes_at else "",
        "minuten": minutes(asked.vragenlijst),
        "vragen_aantal": sum(1 for _vraag in asked.vragenlijst.vragen()),
        "some_ask_more": _branches(asked.vragenlijst),
        "in_dutch_too": not asked.volledig,
        "begin_url": begin_url(enquete) if can_begin and enquete else "",
        "toegang_text": words.toegang_text(shown),
        "anonimiteit_text": words.anonimiteit_text(shown),
        "aantal": _number(enquete),
        "papier": paper_urls(enquete, versie) if can_begin and enquete and versie else [],
        **(shown_results(enquete, request) if enquete and is_public(enquete) else {}),
    }


def _branches(vragenlijst: Vragenlijst) -> bool:
    """Whether not everybody gets every question."""
    return any(stap.als or any(vraag.als for vraag in stap.vragen) for stap in vragenlijst.stappen)


def _number(enquete: Enquete | None) -> int:
    """How many answered; 0 as long as that is not told."""
    number = answers_of(enquete) if enquete else 0
    return number if number >= TELLS_FROM else 0


def is_preview(request: HttpRequest) -> bool:
    """Whether an editor looks at a draft."""
    return bool(getattr(request, "is_preview", False))


def published(page: EnquetePage) -> Enquete | None:
    """The survey without its figures, which are heavy, and read by who shows them.

    Read once for the page that a visitor gets: what stands on it and what search engines read.
    """
    if LEFT_ON_PAGE not in page.__dict__:
        page.__dict__[LEFT_ON_PAGE] = _read(page)
    enquete: Enquete | None = page.__dict__[LEFT_ON_PAGE]
    return enquete


def _read(page: EnquetePage) -> Enquete | None:
    found = Enquete.objects.of_page(page).select_related("uitslag", "vorige")
    return with_answers(found).defer("uitslag__tellingen", "uitslag__cijfers").first()


def _stand(enquete: Enquete) -> Stand:
    """At this moment; the answer that is being made is right until the next moment."""
    now = timezone.now()
    for moment in (enquete.opens_at, enquete.closes_at):
        if moment is not None and moment > now:
            page_cache.valid_until(moment)
    return enquete.stand(now)


def _as_written(page: EnquetePage) -> Enquete:
    """A draft, as if it were published."""
    return Enquete(is_live=True, **{name: getattr(page, name) for name in SETTINGS})


def _asked(page: EnquetePage, versie: Versie | None) -> Vertaald:
    if versie is None:
        return Vertaald(vragenlijst_of(page.vragen), volledig=True)
    return vragenlijst_in(versie, get_language() or page.locale.language_code)
