"""The form that anybody may print at home: made once at publishing, then only handed out."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.files.base import ContentFile
from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django_tasks import task

from core.pdf import PdfError
from enquetes.models import Enquete, EnquetePage, Stand, Versie
from enquetes.overzicht.services import refresh
from enquetes.papier.pdf import bytes_of
from wijkteams.models.importronde import private_storage

logger = logging.getLogger(__name__)
SIZES = (False, True)


def ask_for_forms(page: EnquetePage) -> None:
    """Have the forms made of what is published now, in all its languages."""
    enquete = Enquete.objects.of_page(page).first()
    if enquete is not None:
        make_forms.enqueue(enquete.pk)


@task()
def make_forms(pk: int) -> None:
    """Make the forms of a survey in ordinary and in large letters. Again: anew."""
    enquete = Enquete.objects.select_related("wijk").filter(pk=pk, is_live=True).first()
    versie = enquete.versie if enquete else None
    if enquete is None or versie is None:
        return
    pages = EnquetePage.objects.live().filter(translation_key=enquete.translation_key)
    for language in pages.values_list("locale__language_code", flat=True):
        for groot in SIZES:
            try:
                pdf = bytes_of(versie, language, groot=groot)
            except PdfError:
                logger.exception("formulier %s", enquete.code)
                continue
            _replace(_name(enquete, versie.nummer, language, groot), pdf)
    _forget(enquete, before=versie.nummer)
    refresh(enquete)


def is_made(versie: Versie, language: str, *, groot: bool) -> bool:
    """Whether this form can be handed out."""
    enquete = versie.enquete
    return private_storage().exists(_name(enquete, versie.nummer, language, groot))


@require_safe
def form(request: HttpRequest, code: str) -> FileResponse:
    """The form as PDF, in the language of the address; 404 as long as it was not made."""
    enquete = Enquete.objects.filter(code=code, is_live=True).first()
    versie = enquete.versie if enquete else None
    if enquete is None or versie is None or enquete.stand() not in {Stand.OPEN, Stand.GEPLAND}:
        raise Http404
    language, groot = get_language() or settings.LANGUAGE_CODE, "groot" in request.GET
    name = _name(enquete, versie.nummer, language, groot)
    storage = private_storage()
    if not storage.exists(name):
        raise Http404
    response = FileResponse(
        storage.open(name, "rb"),
        filename=f"enquete-{enquete.code}.pdf",
        content_type="application/pdf",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response


def forget_forms(enquete: Enquete) -> None:
    """Its files go with a survey."""
    _forget(enquete, before=(enquete.versies.count() or 0) + 1)


def _name(enquete: Enquete, versie: int, language: str, groot: bool) -> str:
    return f"enquetes/formulier/{enquete.code}-{versie}-{language}{'-groot' if groot else ''}.pdf"


def _replace(name: str, pdf: bytes) -> None:
    storage = private_storage()
    storage.delete(name)
    storage.save(name, ContentFile(pdf))


def _forget(enquete: Enquete, *, before: int) -> None:
    """Forms of versions that are not asked any more."""
    for versie in range(1, before):
        for language, _label in settings.LANGUAGES:
            for groot in SIZES:
                private_storage().delete(_name(enquete, versie, language, groot))
