"""What moderation writes. Who reported it never stands in what the author gets (rule R-16)."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import translation

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.moderatie import tokens
from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding
from wijkteams.moderatie.registry import Author


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
    _to_reporter("moderatie_ontvangen", melding)


def decided_for_reporter(melding: Inhoudsmelding, besluit: Besluit) -> None:
    """What was decided and why, and how to ask again."""
    _to_reporter("moderatie_besluit_melder", melding, besluit=besluit)


def decided_for_author(author: Author, besluit: Besluit) -> None:
    """The statement of reasons."""
    with translation.override(author.language):
        context = {"besluit": besluit, "link": link_of_decision(besluit), "stad": _stad()}
        enqueue_mail("moderatie_besluit_auteur", to=author.email, context=context)


def reviewed_for_reporter(melding: Inhoudsmelding, herziening: Herziening) -> None:
    """What came of looking again."""
    _to_reporter("moderatie_herziening", melding, herziening=herziening, besluit=herziening.besluit)


def reviewed_for_author(author: Author, herziening: Herziening) -> None:
    """The same for who placed it."""
    with translation.override(author.language):
        context = {
            "herziening": herziening,
            "besluit": herziening.besluit,
            "link": link_of_decision(herziening.besluit),
            "stad": _stad(),
        }
        enqueue_mail("moderatie_herziening", to=author.email, context=context)


def _to_reporter(name: str, melding: Inhoudsmelding, **more: Any) -> None:
    """Nothing when they left no address: their page tells the same."""
    if not melding.email:
        return
    with translation.override(melding.language):
        context = {"melding": melding, "link": link_of_report(melding), "stad": _stad(), **more}
        enqueue_mail(name, to=melding.email, context=context)


def _stad() -> StadInstellingen | None:
    return StadInstellingen.objects.filter(site__is_default_site=True).first()
