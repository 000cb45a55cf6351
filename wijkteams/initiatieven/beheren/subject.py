"""A change that the team did not place: its initiator may ask that another looks (rule R-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.initiatieven.models import Controle, Wijziging
from wijkteams.models import Wijk
from wijkteams.moderatie.registry import Author, Part, Subject, register_subject


class WijzigingSubject(Subject):
    """What an initiator wanted on the page. It never stood there: nobody can report it."""

    kind: ClassVar[str] = "initiatiefwijziging"
    label = gettext_lazy("Wijziging van een initiatief")
    redacts_words = False

    def find(self, key: str) -> None:
        return None

    def get(self, pk: int) -> Wijziging | None:
        near = ("initiatief__wijk", "door_initiatiefnemer")
        found: Wijziging | None = Wijziging.objects.select_related(*near).filter(pk=pk).first()
        return found

    def key_of(self, thing: Wijziging) -> str:
        return str(thing.pk)

    def title_of(self, thing: Wijziging) -> str:
        return _("Wijziging bij ‘%(title)s’") % {"title": thing.initiatief.title}

    def url_of(self, thing: Wijziging) -> str:
        return ""

    def wijk_of(self, thing: Wijziging) -> Wijk | None:
        return thing.initiatief.wijk

    def author_of(self, thing: Wijziging) -> Author | None:
        nemer = thing.door_initiatiefnemer
        if nemer is None or not nemer.email:
            return None
        return Author(nemer.email, nemer.language, nemer.bevestigd_op is not None)

    def parts(self, thing: Wijziging) -> Sequence[Part]:
        return [Part(name, str(text)) for name, text in thing.inhoud.items() if text]

    def readable_by(self, thing: Wijziging, user: Any) -> bool:
        return bool(Wijziging.objects.visible_to(user).filter(pk=thing.pk).exists())

    def hide(self, thing: Wijziging, *, door: Any) -> None:
        raise ValidationError(_("Deze wijziging staat niet op de site."))

    def show(self, thing: Wijziging, *, door: Any) -> None:
        """Back in the list of what waits: the team looks again at what the page says by now."""
        rows = Wijziging.objects.filter(pk=thing.pk, controle=Controle.AFGEWEZEN)
        rows.update(controle=Controle.WACHT, reden="", beslist_op=None)


def register() -> None:
    """Called when the app is ready."""
    register_subject(Wijziging, WijzigingSubject())
