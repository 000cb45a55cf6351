"""Initiatives and their updates can be reported by any reader (requirement M2, rule R-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.initiatieven import changed
from wijkteams.initiatieven.models import (
    Controle,
    Initiatief,
    InitiatiefAanvraag,
    InitiatiefPage,
    Update,
)
from wijkteams.initiatieven.werk.idea_subject import IdeeSubject, author
from wijkteams.models import Wijk
from wijkteams.moderatie.registry import Author, Part, Subject, Within, register_subject


class InitiatiefSubject(Subject):
    """The page of an initiative."""

    kind: ClassVar[str] = "initiatief"
    label = gettext_lazy("Initiatief")
    redacts_words = False

    def find(self, key: str) -> Initiatief | None:
        rows = Initiatief.objects.openbaar().select_related("wijk")
        try:
            return rows.filter(translation_key=key).first()
        except ValidationError:
            return None

    def get(self, pk: int) -> Initiatief | None:
        return Initiatief.objects.select_related("wijk").filter(pk=pk).first()

    def key_of(self, thing: Initiatief) -> str:
        return str(thing.translation_key)

    def title_of(self, thing: Initiatief) -> str:
        return thing.title

    def url_of(self, thing: Initiatief) -> str:
        page = _pages(thing).live().order_by("locale__pk").first()
        return str(page.url or "") if page else ""

    def wijk_of(self, thing: Initiatief) -> Wijk | None:
        return thing.wijk

    def author_of(self, thing: Initiatief) -> Author | None:
        people = thing.initiatiefnemers.exclude(email="").filter(gestopt_op=None)
        return author(people.exclude(bevestigd_op=None).first() or people.first())

    def parts(self, thing: Initiatief) -> Sequence[Part]:
        told = [Part(_("Naam"), thing.title)]
        for page in _pages(thing):
            text = "\n\n".join((page.title, page.summary, page.waarom, page.wie))
            told.append(Part(_("Wat er staat"), text))
        return told

    def readable_by(self, thing: Initiatief, user: Any) -> bool:
        return Initiatief.objects.visible_to(user).filter(pk=thing.pk).exists()

    @transaction.atomic
    def hide(self, thing: Initiatief, *, door: Any) -> None:
        for page in _pages(thing).live():
            page.unpublish(user=door)

    @transaction.atomic
    def show(self, thing: Initiatief, *, door: Any) -> None:
        pages = list(_pages(thing))
        if not pages:
            raise ValidationError(_("De pagina van dit initiatief is er niet meer."))
        for page in pages:
            page.get_latest_revision().publish(user=door)

    def is_redacted(self, thing: Initiatief) -> bool:
        """A part of a page is taken away in the editor, that keeps each version."""
        return True

    def redact_url(self, thing: Initiatief) -> str:
        page = _pages(thing).first()
        return reverse("wagtailadmin_pages:edit", args=[page.pk]) if page else ""

    def within(self, thing: Initiatief) -> Sequence[Within]:
        rows = thing.updates.filter(controle=Controle.AKKOORD)[:20]
        return [
            Within(UpdateSubject.kind, one.code, _("Bericht: %(text)s") % {"text": one})
            for one in rows
        ]


class UpdateSubject(Subject):
    """What an initiator told on the way."""

    kind: ClassVar[str] = "initiatiefbericht"
    label = gettext_lazy("Bericht van een initiatief")

    def find(self, key: str) -> Update | None:
        return (
            _updates().filter(code=key, controle=Controle.AKKOORD, initiatief__is_live=True).first()
        )

    def get(self, pk: int) -> Update | None:
        return _updates().filter(pk=pk).first()

    def key_of(self, thing: Update) -> str:
        return thing.code

    def title_of(self, thing: Update) -> str:
        return _("Bericht bij ‘%(title)s’") % {"title": thing.initiatief.title}

    def url_of(self, thing: Update) -> str:
        if thing.controle != Controle.AKKOORD:
            return ""
        return INITIATIEF.url_of(thing.initiatief)

    def wijk_of(self, thing: Update) -> Wijk | None:
        return thing.initiatief.wijk

    def author_of(self, thing: Update) -> Author | None:
        return author(thing.door_initiatiefnemer)

    def parts(self, thing: Update) -> Sequence[Part]:
        return [Part(_("Bericht"), thing.tekst)]

    def readable_by(self, thing: Update, user: Any) -> bool:
        return INITIATIEF.readable_by(thing.initiatief, user)

    def hide(self, thing: Update, *, door: Any) -> None:
        _set(thing, Controle.VERBORGEN, door)

    def show(self, thing: Update, *, door: Any) -> None:
        """One that was refused goes back to the team; one that stood there, stands there again."""
        was_refused = thing.controle == Controle.AFGEWEZEN
        _set(thing, Controle.WACHT if was_refused else Controle.AKKOORD, door)

    @transaction.atomic
    def redact(self, thing: Update, words: Sequence[str], *, door: Any) -> None:
        lost = [word for word in words if word not in thing.tekst]
        if lost:
            text = _("Dit staat er niet (meer): %(words)s.")
            raise ValidationError(text % {"words": ", ".join(lost)})
        for word in words:
            thing.tekst = thing.tekst.replace(word, _("[weggehaald: persoonsgegevens]"))
        thing.save(update_fields=["tekst"])
        changed.shown_otherwise.send(Initiatief, initiatief=thing.initiatief)


INITIATIEF = InitiatiefSubject()


def _pages(initiatief: Initiatief) -> Any:
    rows = InitiatiefPage.objects.filter(translation_key=initiatief.translation_key, alias_of=None)
    return rows.select_related("locale").order_by("pk")


def _updates() -> Any:
    return Update.objects.select_related("initiatief__wijk", "door_initiatiefnemer")


@transaction.atomic
def _set(update: Update, controle: str, by: Any) -> None:
    Initiatief.objects.locked(update.initiatief_id)
    update.controle, update.door = controle, by
    if controle == Controle.AKKOORD and update.geplaatst_op is None:
        update.geplaatst_op = timezone.now()
    update.save(update_fields=["controle", "door", "geplaatst_op"])
    changed.shown_otherwise.send(Initiatief, initiatief=update.initiatief)


def register() -> None:
    """Called when the app is ready."""
    register_subject(InitiatiefAanvraag, IdeeSubject())
    register_subject(Initiatief, INITIATIEF)
    register_subject(Update, UpdateSubject())
