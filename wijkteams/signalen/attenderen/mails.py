"""The mails of alerts. Never with words that somebody typed in the form that asked for it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.addresses import throttle_key_of
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from core.security.throttle import Throttle
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Attendering
from wijkteams.signalen.openbaar.shown import Publiek

DAY = 86_400
MAILED = Throttle("signaal-attendering-mail", limit=3, seconds=DAY, by_network=False)
"Beyond this no mail goes to an address: nobody fills the mailbox of another (R-34)."
EXPIRES = timedelta(days=7)
OLD_NEWS = timedelta(days=3)


def may_mail(email: str) -> bool:
    """Whether an address did not get enough of these mails today; counts this one."""
    return MAILED.allows_one_more(HttpRequest(), throttle_key_of(email))


def ask_or_tell(attendering: Attendering) -> None:
    """A mail with a button; who said yes before hears that all is well."""
    with translation.override(attendering.language):
        context = {**_about(attendering), "is_known": attendering.bevestigd_op is not None}
        until = timezone.now() + EXPIRES
        enqueue_mail("signaal_attendering", to=attendering.email, context=context, expires=until)


def tell(attendering: Attendering, lines: list[Publiek], *, more: bool, list_url: str) -> None:
    """What goes on, with the way to stop in the mail and in its header (rule R-09)."""
    with translation.override(attendering.language):
        context = {
            **_about(attendering),
            "lines": [{"one": one, "url": absolute(one.url)} for one in lines],
            "more": more,
            "list_url": absolute(list_url) if list_url else "",
        }
        enqueue_mail(
            "signaal_overzicht",
            to=attendering.email,
            context=context,
            expires=timezone.now() + OLD_NEWS,
            leave_url=link("signaal_attendering_stop", attendering),
        )


def link(name: str, attendering: Attendering) -> str:
    """A whole address with their secret in it."""
    return absolute(reverse(name, args=[tokens.make(tokens.ATTENDERING, attendering.code)]))


def _about(attendering: Attendering) -> dict[str, Any]:
    stad = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
    return {
        "stad": stad,
        "wijk": attendering.wijk,
        "link": link("signaal_attendering", attendering),
        "language": attendering.language,
    }
