"""Mail to who told something, and to who follows it. Of a confidential signal it says nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.addresses import throttle_key_of
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Medemelder, Melder, Opvolging, Signaal
from wijkteams.signalen.vertellen import brakes
from wijkteams.signalen.vertellen.shown import title_of

CONFIRM_WITHIN = timedelta(days=7)
SEPARATOR = "~"
"Between the code of who told it, and the mark of the address."


def may_mail(email: str) -> bool:
    """Whether an address did not get enough of these mails today (R-34)."""
    return brakes.MAILED.allows_one_more(HttpRequest(), throttle_key_of(email))


def ask_to_confirm(melder: Melder) -> None:
    """A mail with a button: is it you who told this?"""
    if not may_mail(melder.email):
        return
    signaal = melder.signaal
    _mail(
        "signaal_bevestigen",
        melder.email,
        signaal,
        language=signaal.language,
        expires=timezone.now() + CONFIRM_WITHIN,
        link=absolute(reverse("signaal_bevestigen", args=[confirm_token(melder)])),
    )


def ask_to_follow(volger: Medemelder) -> None:
    """A mail with a button: do you want to hear of it?"""
    if not may_mail(volger.email):
        return
    _mail(
        "signaal_volgen",
        volger.email,
        volger.signaal,
        language=volger.language,
        expires=timezone.now() + CONFIRM_WITHIN,
        link=link("signaal_volgen", tokens.VOLGEN, volger.code),
    )


def tell_teller(melder: Melder, opvolging: Opvolging) -> None:
    """What was done with their signal."""
    signaal = melder.signaal
    _mail(
        "signaal_stap",
        melder.email,
        signaal,
        language=signaal.language,
        opvolging=opvolging,
        link=link("signaal_mijn", tokens.STATUS, melder.code),
    )


def tell_follower(volger: Medemelder, opvolging: Opvolging) -> None:
    """What was done with a signal that they follow."""
    _mail(
        "signaal_stap",
        volger.email,
        volger.signaal,
        language=volger.language,
        opvolging=opvolging,
        link=link("signaal_volgen", tokens.VOLGEN, volger.code),
    )


def link(name: str, purpose: str, code: str) -> str:
    """A whole address with a secret in it."""
    return absolute(reverse(name, args=[tokens.make(purpose, code)]))


def confirm_token(melder: Melder) -> str:
    """The secret of a mail that asks whether it was them: of one address, and for a week.

    Who fills in another address later has the link of the first one; it says nothing of the new.
    """
    return _signer(melder).sign(tokens.make(tokens.BEVESTIGEN, melder.code))


def is_confirm_token(melder: Melder, token: str) -> bool:
    """Whether this was mailed to the address that is there now, and not too long ago.

    What was confirmed in time, stays so.
    """
    within = CONFIRM_WITHIN if melder.bevestigd_op is None else None
    try:
        _signer(melder).unsign(token, max_age=within)
    except signing.BadSignature:
        return False
    return True


def _signer(melder: Melder) -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=SEPARATOR, salt=f"signalen.adres|{melder.email.lower()}")


def _mail(name: str, to: str, signaal: Signaal, *, language: str, **extra: Any) -> None:
    expires = extra.pop("expires", None)
    with translation.override(language):
        context = {**_about(signaal, extra.get("opvolging")), **extra}
        enqueue_mail(name, to=to, context=context, expires=expires)


def _about(signaal: Signaal, opvolging: Opvolging | None = None) -> dict[str, Any]:
    """What a mail may say; of a confidential one its number, and nothing of what it is about.

    The step may be of the signal into which this one was merged.
    """
    stad = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
    about: dict[str, Any] = {"stad": stad, "code": signaal.code, "wijk": signaal.wijk}
    is_secret = signaal.is_vertrouwelijk or (
        opvolging is not None and (opvolging.signaal.is_vertrouwelijk or opvolging.alleen_melder)
    )
    about["is_vertrouwelijk"] = is_secret
    if not is_secret:
        # Words that nobody confirmed go to no mailbox: anybody can fill in anybody's address.
        about["titel"] = title_of(signaal) if signaal.is_openbaar else signaal.categorie.name
    return about
