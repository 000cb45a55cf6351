"""What moderation writes. Who reported it never stands in what the author gets (rule R-16).

Addresses of reporters were never confirmed: a mail holds no word of who filled in the form, and
beyond a few a day there is none (R-34). The page behind each link tells the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from core.mail.addresses import throttle_key_of
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from core.security.throttle import Throttle
from wijkteams.moderatie import brakes, tokens
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding
from wijkteams.moderatie.registry import Author, subject_of


def link_of_report(melding: Inhoudsmelding) -> str:
    """The reporter's own page."""
    token = tokens.make(tokens.MELDING, melding.code)
    return absolute(reverse("moderatie_melding", kwargs={"token": token}))


def link_of_decision(besluit: Besluit) -> str:
    """The author's own page."""
    token = tokens.make(tokens.BESLUIT, besluit.code)
    return absolute(reverse("moderatie_besluit", kwargs={"token": token}))


def received(melding: Inhoudsmelding) -> None:
    """The receipt."""
    if melding.email and _may(brakes.MAILED, melding.email):
        _to_reporter("moderatie_ontvangen", melding)


def decided_for_reporter(melding: Inhoudsmelding, besluit: Besluit) -> None:
    """What was decided and why, and how to ask again."""
    if melding.email and _may(brakes.ANSWERED, melding.email):
        _to_reporter("moderatie_besluit_melder", melding, **_about(besluit))


def decided_for_author(author: Author, besluit: Besluit) -> None:
    """The statement of reasons."""
    if not author.is_confirmed:
        return
    with translation.override(author.language):
        context = {
            **_about(besluit),
            "is_asked": besluit.meldingen.exists(),
            "link": link_of_decision(besluit),
            "stad": _stad(),
        }
        enqueue_mail("moderatie_besluit_auteur", to=author.email, context=context)


def reviewed_for_reporter(melding: Inhoudsmelding, herziening: Herziening) -> None:
    """What came of looking again."""
    if melding.email and _may(brakes.ANSWERED, melding.email):
        about = _about(herziening.besluit)
        _to_reporter("moderatie_herziening", melding, herziening=herziening, **about)


def reviewed_for_author(author: Author, herziening: Herziening) -> None:
    """The same for who placed it."""
    if not author.is_confirmed:
        return
    with translation.override(author.language):
        context = {
            "herziening": herziening,
            **_about(herziening.besluit),
            "link": link_of_decision(herziening.besluit),
            "stad": _stad(),
        }
        enqueue_mail("moderatie_herziening", to=author.email, context=context)


def once_each(meldingen: Iterable[Inhoudsmelding]) -> Iterator[Inhoudsmelding]:
    """The first report of each address: who reported the same ten times gets one mail."""
    told: set[str] = set()
    for melding in meldingen:
        key = throttle_key_of(melding.email) if melding.email else ""
        if key and key not in told:
            told.add(key)
            yield melding


def _may(brake: Throttle, email: str) -> bool:
    return brake.allows_one_more(HttpRequest(), throttle_key_of(email))


def _about(besluit: Besluit) -> dict[str, Any]:
    """The decision; of what is confidential now its words stand behind the link only (G4)."""
    subject = subject_of(besluit.soort)
    thing = subject.get(besluit.object_id) if subject else None
    is_secret = subject is not None and thing is not None and subject.is_secret(thing)
    return {"besluit": besluit, "is_secret": is_secret}


def _to_reporter(name: str, melding: Inhoudsmelding, **more: Any) -> None:
    with translation.override(melding.language):
        context = {"melding": melding, "link": link_of_report(melding), "stad": _stad(), **more}
        enqueue_mail(name, to=melding.email, context=context)


def _stad() -> StadInstellingen | None:
    return StadInstellingen.objects.filter(site__is_default_site=True).first()
