"""Pictures of something half filled in: cleaned (R-20), and sealed as the answers are."""

from __future__ import annotations

from collections.abc import Mapping

from enquetes.bus.sealing import SealedError, keys_for, seal, unseal
from enquetes.invullen.concept import PURPOSE, Half
from enquetes.models import ConceptFoto
from enquetes.vragen import Soort


def keep(half: Half, fotos: Mapping[str, bytes]) -> None:
    """Store new pictures, and let go of those that no answer names any more."""
    if not asks_for(half):
        return
    ConceptFoto.objects.bulk_create(
        ConceptFoto(concept=half.concept, naam=name, inhoud=_sealed(half, name, content))
        for name, content in fotos.items()
    )
    if fotos or half.concept.fotos.exists():
        named = {value for value in half.draft.antwoorden.values() if isinstance(value, str)}
        half.concept.fotos.exclude(naam__in=named).delete()


def asks_for(half: Half) -> bool:
    """Whether there is a question in it that is answered with a picture."""
    return any(True for _vraag in half.versie.vragenlijst.only(Soort.FOTO))


def read(half: Half, name: str) -> bytes | None:
    """A picture; None when it is not there."""
    foto = half.concept.fotos.filter(naam=name).first()
    if foto is None:
        return None
    try:
        return unseal(keys_for(PURPOSE, half.token), foto.inhoud, _about(name))
    except SealedError:
        return None


def all_of(half: Half, antwoorden: Mapping[str, object]) -> dict[str, bytes]:
    """The pictures that these answers name, by their key."""
    questions = half.versie.vragenlijst.only(Soort.FOTO)
    names = [str(antwoorden[vraag.id]) for vraag in questions if vraag.id in antwoorden]
    found = {name: read(half, name) for name in names}
    return {name: content for name, content in found.items() if content is not None}


def _sealed(half: Half, name: str, content: bytes) -> bytes:
    return seal(keys_for(PURPOSE, half.token)[0], content, _about(name))


def _about(name: str) -> bytes:
    return f"foto {name}".encode()
