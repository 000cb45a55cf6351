"""Signals and their photos can be reported by any reader (requirement M2, rule R-16).

What moderation does is written with the signal as a note for the team; who told it reads the
statement of reasons instead of the sentence of a step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.models import Wijk
from wijkteams.moderatie.registry import Author, Part, Subject, Within, register_subject
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Melder, Openbaarheid, Signaal, SignaalFoto
from wijkteams.signalen.openbaar.links import on_the_site, signal_url
from wijkteams.signalen.openbaar.photos import photos_of, public_photos
from wijkteams.signalen.openbaar.shown import our_title
from wijkteams.signalen.werk import redaction
from wijkteams.signalen.werk.access import note_look
from wijkteams.signalen.werk.photos import show_photo

NEAR = ("wijk", "buurt", "categorie")


class SignaalSubject(Subject):
    """What a resident told."""

    kind: ClassVar[str] = "signaal"
    label = gettext_lazy("Signaal")

    def find(self, key: str) -> Signaal | None:
        return on_the_site().select_related(*NEAR).filter(code=key).first()

    def get(self, pk: int) -> Signaal | None:
        return Signaal.objects.select_related(*NEAR).filter(pk=pk).first()

    def key_of(self, thing: Signaal) -> str:
        return thing.code

    def title_of(self, thing: Signaal) -> str:
        if thing.is_vertrouwelijk:
            return thing.code
        return thing.titel if thing.klasse == Klasse.OPENBAAR else our_title(thing)

    def url_of(self, thing: Signaal) -> str:
        return signal_url(thing) if thing.is_openbaar else ""

    def wijk_of(self, thing: Signaal) -> Wijk:
        return thing.wijk

    def author_of(self, thing: Signaal) -> Author | None:
        melder = Melder.objects.filter(signaal=thing).exclude(email="").first()
        if melder is None:
            return None
        return Author(melder.email, thing.language, melder.bevestigd_op is not None)

    def parts(self, thing: Signaal) -> Sequence[Part]:
        told = [Part(_("In het kort"), thing.titel), Part(_("Wat er is"), thing.tekst)]
        if thing.openbaar_plaats:
            told.append(Part(_("Waar, zoals op de site"), thing.openbaar_plaats))
        rows = thing.opvolgingen.filter(alleen_melder=False).exclude(openbare_zin="")
        told += [Part(_("Zin van het team"), row.openbare_zin) for row in rows]
        told += [Part(_("Foto"), "", _picture(foto)) for foto in thing.fotos.all()]
        return [part for part in told if part.text or part.picture]

    def readable_by(self, thing: Signaal, user: Any) -> bool:
        return Signaal.objects.visible_to(user).filter(pk=thing.pk).exists()

    def is_secret(self, thing: Signaal) -> bool:
        return thing.is_vertrouwelijk

    def note_look(self, thing: Signaal, user: Any) -> None:
        note_look(user, thing)

    @transaction.atomic
    def hide(self, thing: Signaal, *, door: Any) -> None:
        _set(thing, Openbaarheid.VERBORGEN, _("Van de site gehaald na een melding."), door)

    @transaction.atomic
    def show(self, thing: Signaal, *, door: Any) -> None:
        _set(thing, Openbaarheid.OPENBAAR, _("Terug op de site na een herziening."), door)

    def redact(self, thing: Signaal, words: Sequence[str], *, door: Any) -> None:
        lost = redaction.missing(thing, words)
        if lost:
            raise ValidationError(
                _("Dit staat er niet (meer): %(words)s.") % {"words": ", ".join(lost)}
            )
        redaction.take_away_words(thing.pk, words, door=door)

    def within(self, thing: Signaal) -> Sequence[Within]:
        photos = photos_of(thing.pk) if thing.toont_tekst else []
        return [
            Within(FotoSubject.kind, foto.code, _("Foto %(n)s") % {"n": n})
            for n, foto in enumerate(photos, start=1)
        ]


class FotoSubject(Subject):
    """A photo with a signal. Parts of it are covered on its own screen."""

    kind: ClassVar[str] = "signaalfoto"
    label = gettext_lazy("Foto bij een signaal")
    redacts_words = False

    def find(self, key: str) -> SignaalFoto | None:
        return public_photos().select_related("signaal__wijk").filter(code=key).first()

    def get(self, pk: int) -> SignaalFoto | None:
        near = [f"signaal__{name}" for name in NEAR]
        return SignaalFoto.objects.select_related(*near).filter(pk=pk).first()

    def key_of(self, thing: SignaalFoto) -> str:
        return thing.code

    def title_of(self, thing: SignaalFoto) -> str:
        return _("Foto bij ‘%(title)s’") % {"title": SIGNAAL.title_of(thing.signaal)}

    def url_of(self, thing: SignaalFoto) -> str:
        return SIGNAAL.url_of(thing.signaal)

    def wijk_of(self, thing: SignaalFoto) -> Wijk:
        return thing.signaal.wijk

    def author_of(self, thing: SignaalFoto) -> Author | None:
        return SIGNAAL.author_of(thing.signaal)

    def parts(self, thing: SignaalFoto) -> Sequence[Part]:
        return [Part(_("Foto"), "", _picture(thing))]

    def readable_by(self, thing: SignaalFoto, user: Any) -> bool:
        return SIGNAAL.readable_by(thing.signaal, user)

    def is_secret(self, thing: SignaalFoto) -> bool:
        return SIGNAAL.is_secret(thing.signaal)

    def note_look(self, thing: SignaalFoto, user: Any) -> None:
        SIGNAAL.note_look(thing.signaal, user)

    def hide(self, thing: SignaalFoto, *, door: Any) -> None:
        _show_photo(thing, shown=False, note=_("Foto van de site gehaald na een melding."), by=door)

    def show(self, thing: SignaalFoto, *, door: Any) -> None:
        _show_photo(thing, shown=True, note=_("Foto terug op de site na een herziening."), by=door)

    def is_redacted(self, thing: SignaalFoto) -> bool:
        return thing.is_bewerkt

    def redact_url(self, thing: SignaalFoto) -> str:
        return reverse("signalen:afdekken", args=[thing.signaal_id, thing.pk])


SIGNAAL = SignaalSubject()


def _picture(foto: SignaalFoto) -> str:
    return reverse("signalen:foto", args=[foto.signaal_id, foto.pk])


def _set(signaal: Signaal, openbaarheid: str, note: str, by: Any) -> None:
    now = services.show(signaal.pk, openbaarheid)
    services.step(signaal.pk, now.staat, door=by, interne_notitie=note)


@transaction.atomic
def _show_photo(foto: SignaalFoto, *, shown: bool, note: str, by: Any) -> None:
    show_photo(foto.signaal_id, foto.pk, shown=shown)
    staat = Signaal.objects.values_list("staat", flat=True).get(pk=foto.signaal_id)
    services.step(foto.signaal_id, staat, door=by, interne_notitie=note)


def register() -> None:
    """Called when the app is ready."""
    register_subject(Signaal, SIGNAAL)
    register_subject(SignaalFoto, FotoSubject())
