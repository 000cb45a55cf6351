"""The statement of reasons with a refused idea, and the way to another moderator (rule R-16)."""

from __future__ import annotations

from typing import Any

from wijkteams.initiatieven.models import InitiatiefAanvraag
from wijkteams.moderatie.mails import link_of_decision
from wijkteams.moderatie.models import Actie, Besluit

KIND = "idee"
"Of the subject of moderation, `werk.subjects`."


def state(aanvraag: InitiatiefAanvraag, grond: str, door: Any) -> Besluit:
    """Write down that an idea does not come on the site, and why."""
    return Besluit.objects.create(
        wijk_id=aanvraag.wijk_id,
        soort=KIND,
        object_id=aanvraag.pk,
        onderwerp=aanvraag.titel,
        actie=Actie.NIET,
        geldt=Actie.NIET,
        grond=grond,
        feiten=aanvraag.reden,
        uitleg=aanvraag.reden,
        door=door,
    )


def review_url(aanvraag: InitiatiefAanvraag) -> str:
    """Where its initiator reads why not, and asks that another looks; '' when there is none."""
    found = Besluit.objects.filter(soort=KIND, object_id=aanvraag.pk).order_by("-pk").first()
    return link_of_decision(found) if found else ""
