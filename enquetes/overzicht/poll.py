"""What a poll shows: its question with answers while it is open, afterwards the way to results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core import page_cache
from enquetes.listing import ENQUETE
from enquetes.models import Enquete, Stand
from enquetes.overzicht.links import begin_url
from enquetes.toegang.poll import texts_of
from enquetes.uitslag.showing import shown_results
from enquetes.uitslag.visibility import is_public
from enquetes.vragen.reading import vragenlijst_of
from enquetes.vragen.talen import vragenlijst_in
from wijkteams.models import Vermelding

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from wagtail.models import Page

    from enquetes.models import EnquetePage
    from enquetes.vragen import Vraag, Vragenlijst


@dataclass(frozen=True)
class Answer:
    """An answer as a link."""

    text: str | Promise
    url: str


@dataclass(frozen=True)
class Poll:
    """One question on a page about something else."""

    question: str | Promise
    url: str
    "The page of the survey: what it is for, and what came of it."
    answers: tuple[Answer, ...] = ()
    stand: str = Stand.OPEN.value
    is_dutch: bool = False
    "Whether it is in Dutch on a page in another language."
    results: Any = None
    "What everybody may see of the answers: a `Deel` of `enquetes.uitslag`."


SAMPLE = Poll(
    _("Moet het plein autovrij worden?"),
    "#",
    (Answer(_("Ja"), "#"), Answer(_("Nee"), "#"), Answer(_("Weet ik niet"), "#")),
)


def question_of_page(page: EnquetePage) -> Vraag | None:
    """The one question of a survey as it is written; None when it is no poll."""
    return _the_question(vragenlijst_of(page.vragen))


def poll_of(page: Page, request: HttpRequest | None = None) -> Poll | None:
    """The poll as everybody may see it now; None when the survey is not public."""
    page_cache.shows(f"pagina:{page.pk}")
    rows = Enquete.objects.filter(translation_key=page.translation_key).select_related("vorige")
    enquete = rows.first()
    language = get_language() or settings.LANGUAGE_CODE
    found = _public_address(page, language)
    versie = enquete.versie if enquete else None
    if enquete is None or versie is None or found is None:
        return None
    asked = vragenlijst_in(versie, language)
    question = _the_question(asked.vragenlijst)
    if question is None:
        return None
    stand = _stand(enquete)
    begin = begin_url(enquete) if stand == Stand.OPEN else ""
    answers = tuple(
        Answer(text, f"{begin}?keuze={key}") for key, text in texts_of(question).items() if begin
    )
    results = _results(enquete, question.id, request)
    return Poll(question.text, found, answers, stand.value, not asked.volledig, results)


def _results(enquete: Enquete, question: str, request: HttpRequest | None) -> Any:
    if request is None or not is_public(enquete):
        return None
    found = shown_results(enquete, request).get("uitslag", {}).get("vragen", ())
    parts = [one.deel for one in found if one.id == question]
    return parts[0] if parts and parts[0].n is not None else None


def _the_question(vragenlijst: Vragenlijst) -> Vraag | None:
    questions = list(vragenlijst.vragen())
    one = questions[0] if len(questions) == 1 else None
    return one if one is not None and not one.als and texts_of(one) else None


def _public_address(page: Page, language: str) -> str | None:
    """Of the survey in this language, else in Dutch; None for what not everybody may read."""
    rows = Vermelding.objects.filter(
        kind=ENQUETE, translation_key=page.translation_key, is_public=True
    )
    found = dict(rows.values_list("locale__language_code", "url"))
    return found.get(language) or found.get(settings.LANGUAGE_CODE)


def _stand(enquete: Enquete) -> Stand:
    now = timezone.now()
    for moment in (enquete.opens_at, enquete.closes_at):
        if moment is not None and moment > now:
            page_cache.valid_until(moment)
    return enquete.stand(now)
