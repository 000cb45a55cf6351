"""What the team does with a photo: on the site, off it, or a part of it covered (G3, rule R-16)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.moderatie.models import Actie, Reden
from wijkteams.moderatie.unasked import awaits_decision, state_reasons
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Signaal, SignaalFoto
from wijkteams.signalen.werk.redaction import Box, cover


@transaction.atomic
def show_photo(signaal_pk: int, foto_pk: int, *, shown: bool) -> None:
    """Let a photo be seen by all, or not. Raises DoesNotExist."""
    signaal = Signaal.objects.locked(signaal_pk)
    foto = SignaalFoto.objects.get(pk=foto_pk, signaal=signaal)
    foto.is_openbaar = shown
    foto.save(update_fields=["is_openbaar"])
    services.touch(signaal)


def can_be_seen(foto: SignaalFoto) -> bool:
    """Whether readers see it now: what the team keeps from them then, needs its reasons."""
    signaal = foto.signaal
    return foto.is_openbaar and signaal.is_openbaar and signaal.klasse == Klasse.OPENBAAR


@transaction.atomic
def cover_photo(foto_pk: int, boxes: Sequence[Box], *, door: Any) -> SignaalFoto:
    """Paint over parts of it; when readers saw it, with the reasons to who told the signal.

    Of a photo that a reader reported, the decision on that report says it.
    """
    foto = _locked(foto_pk)
    if can_be_seen(foto) and not awaits_decision(foto):
        why = _("Op de foto stond iets waaraan mensen te herkennen zijn.")
        state_reasons(foto, actie=Actie.AFGEDEKT, grond=Reden.PRIVACY, uitleg=why, door=door)
    return cover(foto_pk, boxes, door=door)


@transaction.atomic
def take_photo_off(foto_pk: int, *, reden: str, grond: str, door: Any) -> None:
    """Off the site. Who told the signal gets the reasons, and can ask to look again."""
    foto = _locked(foto_pk)
    if not foto.is_openbaar:
        return  # clicked twice, or two at once: one decision and one mail
    told = state_reasons(foto, actie=Actie.WEG, grond=grond, uitleg=reden, door=door)
    show_photo(foto.signaal_id, foto_pk, shown=False)
    zin = _("Wij haalden een foto van de site. %(reden)s") % {"reden": reden}
    words: dict[str, Any] = {"interne_notitie" if told else "openbare_zin": zin}
    services.step(foto.signaal_id, foto.signaal.staat, door=door, **words)


def _locked(foto_pk: int) -> SignaalFoto:
    """Held with its signal until the transaction ends: who comes second waits."""
    of_it = SignaalFoto.objects.values_list("signaal_id", flat=True)
    Signaal.objects.locked(of_it.get(pk=foto_pk))
    near = ("signaal__wijk", "signaal__buurt", "signaal__categorie")
    return SignaalFoto.objects.select_related(*near).get(pk=foto_pk)
