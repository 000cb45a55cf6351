"""The link in mails: the random code of a sign-up, signed (core.security.signed_codes, R-08)."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from core.security.signed_codes import SignedCodes
from wijkteams.activiteiten.models import Aanmelding

AANMELDING = "aanmelding"
_CODES = SignedCodes("wijkteams.activiteiten", [AANMELDING])


def make_token(aanmelding: Aanmelding) -> str:
    """The secret part of a link."""
    return _CODES.make(AANMELDING, aanmelding.code)


def code_of(token: str) -> str | None:
    """The code in a token that we made for this; None for any other text."""
    return _CODES.code_of(AANMELDING, token)


def aanmelding_of(token: str) -> Aanmelding | None:
    """The sign-up of a link; None when it is wrong, or the sign-up was removed."""
    code = code_of(token)
    if code is None:
        return None
    rows = Aanmelding.objects.select_related("activiteit__wijk", "keer__activiteit__wijk")
    return rows.filter(code=code).first()


def manage_url(aanmelding: Aanmelding, language: str = "") -> str:
    """The whole address at which somebody sees, confirms, changes or cancels their sign-up."""
    with translation.override(language or aanmelding.language):
        return absolute(reverse("aanmelding", kwargs={"token": make_token(aanmelding)}))
