"""What mails about initiatives have in common: the language of who reads, the city, the page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.addresses import throttle_key_of
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from core.security.throttle import Throttle
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.models import Initiatief, Initiatiefnemer, InitiatiefPage

DAY = 86_400


def send(
    name: str,
    to: str,
    initiatief: Initiatief,
    language: str,
    *,
    expires: datetime | None = None,
    leave_url: str = "",
    **extra: Any,
) -> None:
    """Put the mail of templates/mail/<name>/ in the outbox, in the language of who reads it."""
    with translation.override(language):
        context = {
            "stad": StadInstellingen.for_site(Site.objects.get(is_default_site=True)),
            "titel": initiatief.title,
            "wijk": initiatief.wijk,
            "page_url": page_url(initiatief, language),
        }
        enqueue_mail(
            name, to=to, context={**context, **extra}, expires=expires, leave_url=leave_url
        )


def link(name: str, purpose: str, code: str, language: str) -> str:
    """A whole address with a secret in it."""
    with translation.override(language):
        return absolute(reverse(name, args=[tokens.make(purpose, code)]))


def page_of(initiatief: Initiatief, language: str = "") -> InitiatiefPage | None:
    """The page that all may read, in this language or else in Dutch, or any; None without one."""
    rows = InitiatiefPage.objects.live().public()
    rows = rows.filter(translation_key=initiatief.translation_key, alias_of=None)
    found = {page.locale.language_code: page for page in rows.select_related("locale")}
    own = found.get(language or translation.get_language() or "")
    return own or found.get(settings.LANGUAGE_CODE) or next(iter(found.values()), None)


def page_url(initiatief: Initiatief, language: str = "") -> str:
    """Its whole address; empty as long as it is not on the site."""
    page = page_of(initiatief, language)
    return str(page.full_url) if page else ""


def reachable(initiatief: Initiatief) -> list[Initiatiefnemer]:
    """Initiators who said yes to the address that they left, and did not stop."""
    rows = Initiatiefnemer.objects.filter(initiatief=initiatief, gestopt_op=None)
    return list(rows.exclude(bevestigd_op=None).exclude(email=""))


def is_within(limit: Throttle, email: str) -> bool:
    """Whether an address did not get enough of such mails today; counts this one (R-34)."""
    return limit.allows_one_more(HttpRequest(), throttle_key_of(email))
