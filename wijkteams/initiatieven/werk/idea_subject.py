"""A refused idea: its initiator may ask that another moderator looks (rule R-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.initiatieven.models import InitiatiefAanvraag, Initiatiefnemer
from wijkteams.initiatieven.werk import services
from wijkteams.initiatieven.werk.reasons import KIND
from wijkteams.models import Wijk
from wijkteams.moderatie.registry import Author, Part, Subject


def author(nemer: Initiatiefnemer | None) -> Author | None:
    """How to reach an initiator; None without an address."""
    if nemer is None or not nemer.email:
        return None
    return Author(nemer.email, nemer.language, nemer.bevestigd_op is not None)


class IdeeSubject(Subject):
    """An idea that the team refused. It never stood on the site: nobody can report it."""

    kind: ClassVar[str] = KIND
    label = gettext_lazy("Idee van een bewoner")
    redacts_words = False

    def find(self, key: str) -> None:
        return None

    def get(self, pk: int) -> InitiatiefAanvraag | None:
        return InitiatiefAanvraag.objects.select_related("wijk").filter(pk=pk).first()

    def key_of(self, thing: InitiatiefAanvraag) -> str:
        return thing.code

    def title_of(self, thing: InitiatiefAanvraag) -> str:
        return thing.titel

    def url_of(self, thing: InitiatiefAanvraag) -> str:
        return ""

    def wijk_of(self, thing: InitiatiefAanvraag) -> Wijk:
        return thing.wijk

    def author_of(self, thing: InitiatiefAanvraag) -> Author | None:
        """Who said yes to their address, before who did not: only they get mail."""
        people = thing.initiatiefnemers.exclude(email="").filter(gestopt_op=None)
        return author(people.exclude(bevestigd_op=None).first() or people.first())

    def parts(self, thing: InitiatiefAanvraag) -> Sequence[Part]:
        told = [
            Part(_("Idee in het kort"), thing.titel),
            Part(_("Wat"), thing.idee),
            Part(_("Waarom"), thing.waarom),
            Part(_("Wie doet wat"), thing.wie),
        ]
        return [part for part in told if part.text]

    def readable_by(self, thing: InitiatiefAanvraag, user: Any) -> bool:
        return InitiatiefAanvraag.objects.visible_to(user).filter(pk=thing.pk).exists()

    def hide(self, thing: InitiatiefAanvraag, *, door: Any) -> None:
        raise ValidationError(_("Dit idee staat niet op de site."))

    def show(self, thing: InitiatiefAanvraag, *, door: Any) -> None:
        services.reopen(thing.pk, door=door)
