"""The secret part of a partner's own link: a random code with a signature (rule R-08)."""

from __future__ import annotations

from django.urls import reverse

from core.absolute import absolute
from core.security.signed_codes import SignedCodes
from wijkteams.models import Organisatie

EIGEN = "eigen"
_CODES = SignedCodes("wijkteams.organisaties", [EIGEN])


def link_of(organisatie: Organisatie) -> str:
    """The whole address; for a mail to its contact only."""
    return absolute(reverse("eigen_organisatie", kwargs={"token": make(organisatie.code)}))


def make(code: str) -> str:
    """The secret part of a link."""
    return _CODES.make(EIGEN, code)


def code_of(token: str) -> str | None:
    """The code in a token that we made; None for any other text."""
    return _CODES.code_of(EIGEN, token)
