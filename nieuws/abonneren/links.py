"""Addresses of the small pages, for mails and for pages that lead to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from nieuws.abonneren import tokens

if TYPE_CHECKING:
    from nieuws.models import Abonnee, Abonnement
    from wijkteams.models import Wijk


def confirm_url(aanvraag: str, language: str = "") -> str:
    """The whole address at which somebody says yes to what they asked for."""
    return _whole("nieuwsbrief_bevestigen", tokens.make(tokens.BEVESTIGEN, aanvraag), language)


def leave_url(abonnement: Abonnement, language: str = "") -> str:
    """The whole address at which somebody leaves one list; also that of the header (RFC 8058)."""
    token = tokens.make(tokens.AFMELDEN, abonnement.code)
    return _whole("nieuwsbrief_afmelden", token, language)


def manage_url(abonnee: Abonnee, language: str = "") -> str:
    """The whole address of somebody's 'Mijn nieuwsbrieven'."""
    token = tokens.make(tokens.BEHEREN, abonnee.code)
    return _whole("nieuwsbrief_beheren", token, language or abonnee.language)


def renew_url(abonnee: Abonnee, language: str = "") -> str:
    """The whole address at which somebody says that they want to go on."""
    token = tokens.make(tokens.VERLENGEN, abonnee.code)
    return _whole("nieuwsbrief_verlengen", token, language or abonnee.language)


def sign_up_url(wijk: Wijk | None = None, language: str = "") -> str:
    """The path of the form; with a ward, that of its own list."""
    kwargs = {"wijk": wijk.slug} if wijk is not None else {}
    with translation.override(language or translation.get_language()):
        return reverse("nieuwsbrief_aanmelden", kwargs=kwargs)


def _whole(name: str, token: str, language: str) -> str:
    with translation.override(language or translation.get_language()):
        return absolute(reverse(name, kwargs={"token": token}))
