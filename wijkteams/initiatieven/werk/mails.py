"""Mail to initiators about the answer of the team. To who never said yes there is none (R-34)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from core.absolute import absolute
from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.models import Initiatief, InitiatiefAanvraag, Initiatiefnemer
from wijkteams.moderatie.mails import link_of_decision
from wijkteams.moderatie.models import Besluit


def accepted(aanvraag: InitiatiefAanvraag, initiatief: Initiatief) -> None:
    """Each initiator gets the link of their own page."""
    for nemer in reachable(initiatief.initiatiefnemers.all()):
        _mail("initiatief_aangenomen", nemer, aanvraag, link=page_link(nemer))


def page_link(nemer: Initiatiefnemer) -> str:
    """The page where an initiator keeps the initiative."""
    return _link("initiatiefnemer:beheren", tokens.BEHEREN, nemer.code, nemer.language)


def link_again(nemer: Initiatiefnemer, initiatief: Initiatief) -> bool:
    """The same link once more, for who lost it; False for an address that nobody confirmed."""
    if not reachable([nemer]):
        return False
    with translation.override(nemer.language):
        context = {
            "nemer": nemer,
            "titel": initiatief.title,
            "wijk": initiatief.wijk,
            "stad": _stad(),
            "link": page_link(nemer),
        }
        enqueue_mail("initiatief_link", to=nemer.email, context=context)
    return True


def refused(aanvraag: InitiatiefAanvraag, besluit: Besluit) -> None:
    """Why not, and how to ask that another looks."""
    link = link_of_decision(besluit)
    for nemer in reachable(aanvraag.initiatiefnemers.all()):
        _mail("initiatief_afgewezen", nemer, aanvraag, besluit=besluit, link=link)


def asked(aanvraag: InitiatiefAanvraag, vraag: str) -> None:
    """A question, with the page on which to answer it."""
    for nemer in reachable(aanvraag.initiatiefnemers.all()):
        link = _link("idee_antwoord", tokens.AANVRAAG, aanvraag.code, nemer.language)
        _mail("initiatief_vraag", nemer, aanvraag, vraag=vraag, link=link)


def joined(aanvraag: InitiatiefAanvraag, initiatief: Initiatief, zin: str) -> None:
    """That there is such an initiative already, and where."""
    for nemer in reachable(aanvraag.initiatiefnemers.all()):
        _mail(
            "initiatief_meedoen",
            nemer,
            aanvraag,
            initiatief=initiatief,
            zin=zin,
            link=_page_of(initiatief, nemer.language),
        )


def reachable(nemers: Iterable[Initiatiefnemer]) -> list[Initiatiefnemer]:
    """Who said yes to the address that they left, and did not stop."""
    return [
        one
        for one in nemers
        if one.email and one.bevestigd_op is not None and one.gestopt_op is None
    ]


def _page_of(initiatief: Initiatief, language: str) -> str:
    """Where an initiative stands, in a language or else in any."""
    from wijkteams.initiatieven.models import InitiatiefPage

    rows = InitiatiefPage.objects.live().filter(translation_key=initiatief.translation_key)
    pages = {page.locale.language_code: page for page in rows.select_related("locale")}
    page = pages.get(language) or next(iter(pages.values()), None)
    return str(page.full_url) if page else absolute("/")


def _link(name: str, purpose: str, code: str, language: str) -> str:
    with translation.override(language):
        return absolute(reverse(name, args=[tokens.make(purpose, code)]))


def _mail(name: str, nemer: Initiatiefnemer, aanvraag: InitiatiefAanvraag, **extra: Any) -> None:
    context = {"nemer": nemer, "titel": aanvraag.titel, "wijk": aanvraag.wijk, "stad": _stad()}
    with translation.override(nemer.language):
        enqueue_mail(name, to=nemer.email, context={**context, **extra})


def _stad() -> StadInstellingen:
    return StadInstellingen.for_site(Site.objects.get(is_default_site=True))
