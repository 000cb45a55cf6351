"""Mail to who had an idea, and to who is asked to join. Never with words that nobody confirmed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.addresses import throttle_key_of
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.aanvragen import brakes
from wijkteams.initiatieven.models import Initiatiefnemer
from wijkteams.models import Wijk

CONFIRM_WITHIN = timedelta(days=7)


def receipt(nemer: Initiatiefnemer) -> None:
    """We have it, and answer before this day: click to say that it is yours."""
    aanvraag = nemer.aanvraag
    if aanvraag is None:
        return
    _mail(
        "idee_ontvangen",
        nemer.email,
        wijk=aanvraag.wijk,
        language=nemer.language,
        expires=timezone.now() + CONFIRM_WITHIN,
        antwoord_voor=aanvraag.antwoord_voor,
        link=link("idee:mee", tokens.NEMER, nemer.code),
    )


def invitation(nemer: Initiatiefnemer) -> None:
    """Somebody says that you want this together."""
    if nemer.aanvraag is None:
        return
    _mail(
        "idee_uitnodiging",
        nemer.email,
        wijk=nemer.aanvraag.wijk,
        language=nemer.language,
        expires=timezone.now() + CONFIRM_WITHIN,
        link=link("idee:mee", tokens.NEMER, nemer.code),
    )


def later(email: str, url: str, *, wijk: Wijk, language: str, until: datetime) -> None:
    """The link with which somebody goes on writing; the address is not kept."""
    _mail("idee_later", email, wijk=wijk, language=language, expires=until, link=url, until=until)


def link(name: str, purpose: str, code: str) -> str:
    """A whole address with a secret in it."""
    return absolute(reverse(name, args=[tokens.make(purpose, code)]))


def may_mail(email: str) -> bool:
    """Whether an address did not get enough of these mails today (R-34)."""
    return brakes.MAILED.allows_one_more(HttpRequest(), throttle_key_of(email))


def _mail(
    name: str, to: str, *, wijk: Wijk, language: str, expires: datetime, **extra: Any
) -> None:
    if not may_mail(to):
        return
    stad = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
    with translation.override(language):
        context = {"stad": stad, "wijk": wijk, **extra}
        enqueue_mail(name, to=to, context=context, expires=expires)
