"""Addresses of the small pages, for mails and paper."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from enquetes.models import Enquete, Panellid
from enquetes.toegang import tokens
from wijkteams.models import Wijk


def begin_url(enquete: Enquete, language: str = "") -> str:
    """The whole address of the first small page; short, for on paper."""
    return _whole("enquete_begin", language, code=enquete.code)


def fill_in_url(enquete: Enquete, token: str, language: str = "") -> str:
    """The whole address at which who has this token fills in."""
    return _whole("enquete_link", language, code=enquete.code, token=token)


def panel_url(wijk: Wijk | None, language: str = "") -> str:
    """The path at which somebody joins the panel of a ward, or of the city."""
    kwargs = {"wijk": wijk.slug} if wijk else {}
    with translation.override(language or translation.get_language()):
        return reverse("panel_aanmelden", kwargs=kwargs)


def member_url(lid: Panellid, language: str = "") -> str:
    """The whole address at which a member says yes, or leaves."""
    token = tokens.make(tokens.LID, "panel", lid.code)
    return _whole("panel_lid", language or lid.language, token=token)


def _whole(name: str, language: str, **kwargs: str) -> str:
    with translation.override(language or translation.get_language()):
        return absolute(reverse(name, kwargs=kwargs))
