"""A poster of an initiative for anybody to print: made once at publishing, then only handed out."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from uuid import UUID

from django.conf import settings
from django.core.files.base import ContentFile
from django.http import FileResponse, Http404, HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_tasks import task
from wagtail.signals import page_published

from core import page_cache
from core.absolute import absolute
from core.pdf import PdfError, qr_svg, render
from wijkteams.faces.paint import paint_of
from wijkteams.initiatieven.models import InitiatiefPage
from wijkteams.initiatieven.openbaar.choosing import key_of_one, on_the_site
from wijkteams.models import Wijk
from wijkteams.models.importronde import private_storage

SOURCE = Path(__file__).parent / "typst" / "poster.typ"
MOST_WHY = 500
"More words than this nobody reads while standing before a door."
logger = logging.getLogger(__name__)


def connect() -> None:
    """Called when the app is ready."""
    page_published.connect(_ask, sender=InitiatiefPage, dispatch_uid="initiatieven.poster")


def _ask(instance: InitiatiefPage, **kwargs: Any) -> None:
    make_poster.enqueue(instance.pk)


@task()
def make_poster(pk: int) -> None:
    """Make the poster of what is published now, in the language of the page. Again: anew."""
    page = InitiatiefPage.objects.live().select_related("wijk", "locale").filter(pk=pk).first()
    if page is None:
        return
    with translation.override(page.locale.language_code):
        data, files = sheet_of(page)
    try:
        pdf = render(SOURCE, data, files)
    except PdfError:
        logger.exception("poster %s", pk)
        return
    name = name_of(page.translation_key, page.locale.language_code)
    private_storage().delete(name)
    private_storage().save(name, ContentFile(pdf))
    page_cache.drop(key_of_one(page.translation_key))


def sheet_of(page: InitiatiefPage) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Words and pictures, as `core.pdf.render` takes them."""
    paint, wall = paint_of(page.wijk)
    address = absolute(page.get_url() or "/")
    team = _("Wijkteam %(wijk)s") % {"wijk": page.wijk.name} if page.wijk else _("Alle wijken")
    why = page.waarom if len(page.waarom) <= MOST_WHY else ""
    data = {
        **paint,
        "language": page.locale.language_code,
        "author": team,
        "title": page.title,
        "above": page.wijk.name if page.wijk else team,
        "summary": page.summary,
        "why": why,
        "address": address,
        "short": unquote(address).partition("://")[2].removesuffix("/"),
        "contact": _contact(page.wijk),
        "below": team,
        "labels": {
            "qr": _("Code om te scannen: de pagina van dit initiatief"),
            "more": _("Doet u mee? Scan de code."),
        },
    }
    return data, {"muur.svg": wall, "qr.svg": qr_svg(address)}


def _contact(wijk: Wijk | None) -> list[str]:
    """The telephone goes first: who reads paper, often calls."""
    if wijk is None:
        return []
    phone = [_("Bel %(phone)s") % {"phone": wijk.contact_phone}] if wijk.contact_phone else []
    return [*phone, wijk.contact_email] if wijk.contact_email else phone


def name_of(key: UUID, language: str) -> str:
    """Where its file lies."""
    return f"initiatieven/poster/{key}-{language}.pdf"


def is_made(key: UUID, language: str) -> bool:
    """Whether this poster can be handed out."""
    return bool(private_storage().exists(name_of(key, language)))


def forget(key: UUID) -> None:
    """Its files go with an initiative."""
    for language, _label in settings.LANGUAGES:
        private_storage().delete(name_of(key, language))


@require_safe
def poster(request: HttpRequest, key: UUID) -> FileResponse:
    """The PDF in the language of the address; 404 as long as it was not made, or when it went."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    if not on_the_site().filter(translation_key=key).exists() or not is_made(key, language):
        raise Http404
    file = private_storage().open(name_of(key, language), "rb")
    response = FileResponse(file, filename="poster.pdf", content_type="application/pdf")
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
