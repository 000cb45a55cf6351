"""The page of a survey around its small screens that are no pages: menu, colours, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant

from core.navigation import page_frame
from core.places import url_of
from core.structured import describe_screen
from core.tree import below_a_draft, restricted
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from wijkteams.models import Wijk

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from core.models import BasePage

Shown = TypeVar("Shown", bound="BasePage")


def page_of(enquete: Enquete) -> EnquetePage | None:
    """The public page of a survey in the reader's language, else in Dutch, else any."""
    return in_own_language(faces_of(enquete).filter(~restricted(), ~below_a_draft()))


def faces_of(enquete: Enquete) -> QuerySet[EnquetePage]:
    """Its published pages with what a frame shows of them and of the ward: not their content."""
    pages = EnquetePage.objects.live().filter(
        translation_key=enquete.translation_key, alias_of=None
    )
    drawn = pages.select_related("locale", "wijk__omtrek", "wijk__gezicht")
    return drawn.defer("vragen", "body", "vervolg", "wijk__boundary", "wijk__imported")


def survey_frame(
    request: HttpRequest, enquete: Enquete, page: EnquetePage | None, title: str
) -> dict[str, Any]:
    """For the context of a small screen of this survey."""
    about = {"enquete": enquete, "survey_title": page.title if page else enquete.title}
    return {**frame_around(request, page, enquete.wijk, title), **about}


def index_of(wijk: Wijk | None) -> EnqueteIndexPage | None:
    """The public list of surveys of a ward, or of the city, in the reader's language."""
    pages = EnqueteIndexPage.objects.live().filter(~restricted(), ~below_a_draft())
    return in_own_language(pages.filter(alias_of=None, wijk=wijk).select_related("locale"))


def frame_around(
    request: HttpRequest, page: BasePage | None, wijk: Wijk | None, title: str
) -> dict[str, Any]:
    """Menu, colours and the way back of a page, for a small screen that belongs to it."""
    described = {**describe_screen(request, title=title, description=title), "title": title}
    if page is None:
        palet = {"palet": wijk.palette} if wijk else {}
        return {**described, **palet, "back_url": ""}
    around = page_frame(page, request)
    url = url_of(page, request)
    crumbs = [*around.pop("breadcrumbs"), {"title": page.title, "url": url}]
    for name in ("languages", "alternates"):  # those lead to the page itself
        around.pop(name, None)
    return {**around, **described, "breadcrumbs": crumbs, "back_url": url}


def in_own_language(pages: QuerySet[Shown]) -> Shown | None:
    """Of the same page in several languages the reader's own, else the Dutch one, else any."""
    found = {page.locale.language_code: page for page in pages}
    own = get_supported_content_language_variant(language())
    return found.get(own) or found.get(settings.LANGUAGE_CODE) or next(iter(found.values()), None)


def secret_screen(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    enquete: Enquete | None = None,
    palet: str = "",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """A screen behind a link in a mail. Its address is a secret: no meta tag repeats it."""
    screen = describe_screen(request, title=title, description=title)
    wijk = enquete.wijk if enquete else None
    colours = {"palet": palet or (wijk.palette if wijk else "")}
    shown = {
        **screen,
        **(colours if colours["palet"] else {}),
        **context,
        "title": title,
        "enquete": enquete,
        "canonical_url": "",
        "og": None,
    }
    response = render(request, f"enquetes/toegang/{template}.html", shown, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def language() -> str:
    """The language of this visit."""
    return get_language() or settings.LANGUAGE_CODE
