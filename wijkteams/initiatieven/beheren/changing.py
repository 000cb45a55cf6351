"""What an initiator wants their page to say, beside what it says now.

The team may have edited the page meanwhile, also in a draft: then both are shown, and nothing is
lost. Only what the initiator really changed is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    Initiatiefnemer,
    InitiatiefPage,
    Wijziging,
)

FIELDS = {
    "title": _("Naam"),
    "summary": _("In het kort"),
    "waarom": _("Waarom"),
    "wie": _("Wie doet wat"),
}


@dataclass(frozen=True)
class Conflict:
    """A field that the team changed too since the initiator began."""

    field: str
    label: Any
    was: str
    now: str
    wanted: str


def page_for(initiatief: Initiatief, language: str) -> InitiatiefPage | None:
    """Its page in this language, or in Dutch, or any; on the site or not."""
    rows = InitiatiefPage.objects.filter(translation_key=initiatief.translation_key, alias_of=None)
    found = {page.locale.language_code: page for page in rows.select_related("locale")}
    own = found.get(language) or found.get(settings.LANGUAGE_CODE)
    return own or next(iter(found.values()), None)


def values_of(page: InitiatiefPage) -> dict[str, str]:
    """What it says, by field."""
    return {name: str(getattr(page, name)) for name in FIELDS}


def draft_of(page: InitiatiefPage) -> InitiatiefPage | None:
    """What the team is writing and did not publish; None when there is nothing of that."""
    if not page.has_unpublished_changes or page.latest_revision_id is None:
        return None
    draft: InitiatiefPage = page.get_latest_revision_as_object()
    return draft


def waiting_of(initiatief: Initiatief, nemer: Initiatiefnemer) -> Wijziging | None:
    """What they proposed before, and nobody looked at yet."""
    rows = Wijziging.objects.filter(
        initiatief=initiatief,
        door_initiatiefnemer=nemer,
        soort=Wijziging.Soort.PAGINA,
        controle=Controle.WACHT,
    )
    found: Wijziging | None = rows.order_by("-pk").first()
    return found


@transaction.atomic
def propose(
    nemer: Initiatiefnemer, page: InitiatiefPage, wanted: dict[str, str], was: dict[str, str]
) -> Wijziging | None:
    """Keep what they want; `was`: what they saw when they began. None when nothing is different."""
    initiatief = Initiatief.objects.locked(nemer.initiatief_id)  # type: ignore[arg-type]
    waiting = waiting_of(initiatief, nemer)
    began = {**was, **(waiting.was if waiting else {})}
    inhoud = {name: text for name, text in wanted.items() if text != began.get(name)}
    if not inhoud:
        if waiting is not None:
            waiting.delete()
        return None
    row = waiting or Wijziging(initiatief=initiatief, door_initiatiefnemer=nemer)
    row.language = page.locale.language_code
    row.inhoud, row.was = inhoud, {name: began.get(name, "") for name in inhoud}
    row.save()
    return row


def conflicts(wijziging: Wijziging) -> list[Conflict]:
    """The fields of which the page (or its draft) says something that the initiator did not see."""
    page = page_for(wijziging.initiatief, wijziging.language)
    if page is None or wijziging.soort != Wijziging.Soort.PAGINA:
        return []
    draft = draft_of(page)
    found = []
    for name, wanted in wijziging.inhoud.items():
        was = wijziging.was.get(name, "")
        for state in (page, draft):
            now = str(getattr(state, name)) if state is not None else was
            if now not in (was, wanted):
                found.append(Conflict(name, FIELDS[name], was, now, wanted))
                break
    return found


def apply(wijziging: Wijziging, inhoud: dict[str, str], *, door: Any) -> None:
    """Put it on the page. What the team is writing in a draft stays a draft, with this in it."""
    page = page_for(wijziging.initiatief, wijziging.language)
    if page is None:
        raise LookupError(wijziging.initiatief_id)
    draft = draft_of(page)
    values = {name: text for name, text in inhoud.items() if name in FIELDS}
    if page.live:
        _put(page, values)
        page.save_revision(user=door, clean=False).publish(user=door)
    if draft is not None or not page.live:
        kept = draft if draft is not None else page
        _put(kept, values)
        # Not the row itself: a draft goes in a revision, and the page stays as it is.
        kept.save_revision(user=door, clean=False)


def _put(page: InitiatiefPage, values: dict[str, str]) -> None:
    for name, text in values.items():
        setattr(page, name, text)
    if "title" in values:
        page.draft_title = values["title"]
