"""What the team settles about a signal besides its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.moderatie.models import Actie, Reden
from wijkteams.moderatie.unasked import state_reasons
from wijkteams.signalen import services
from wijkteams.signalen.models import Categorie, Openbaarheid, Opvolging, Signaal
from wijkteams.signalen.werk.redaction import take_away_words


@transaction.atomic
def assign(pk: int, *, aan: Any, herinnering_op: date | None) -> Signaal:
    """Who takes it up, and the day to come back to it."""
    signaal = Signaal.objects.locked(pk)
    signaal.toegewezen_aan, signaal.herinnering_op = aan, herinnering_op
    services.touch(signaal)
    return signaal


@transaction.atomic
def sort(pk: int, *, categorie: Categorie, klasse: str) -> Signaal:
    """What it is about, and who may know of it."""
    signaal = Signaal.objects.locked(pk)
    if signaal.categorie_id != categorie.pk:
        signaal.categorie = categorie
        services.touch(signaal)
    if klasse != signaal.klasse:
        signaal = services.classify(pk, klasse)
    return signaal


@transaction.atomic
def take_off(pk: int, *, reden: str, grond: str, door: Any) -> Signaal:
    """Off the site. Who told it gets the reasons, and can ask to look again (rule R-16).

    Raises ValidationError for what is off it: everything confidential is.
    """
    signaal = Signaal.objects.locked(pk)
    if signaal.openbaarheid == Openbaarheid.VERBORGEN:
        # Clicked twice, or two at once: one decision and one mail.
        raise ValidationError(_("Dit signaal staat al niet op de site."))
    told = state_reasons(signaal, actie=Actie.WEG, grond=grond, uitleg=reden, door=door)
    signaal = services.show(pk, Openbaarheid.VERBORGEN)
    zin = _("Wij haalden dit van de site. %(reden)s") % {"reden": reden}
    # Who left no address reads it on the page of their link; to others it went by mail.
    words: dict[str, Any] = {"interne_notitie" if told else "openbare_zin": zin}
    services.step(pk, signaal.staat, door=door, **words)
    return signaal


@transaction.atomic
def take_away(pk: int, words: Sequence[str], *, door: Any) -> None:
    """Words out of it; of what stands on the site with the reasons to who told it."""
    before = Signaal.objects.select_related("wijk", "categorie", "buurt").get(pk=pk)
    if before.is_openbaar:
        why = _("In de tekst stonden gegevens waaraan mensen te herkennen zijn.")
        state_reasons(before, actie=Actie.AFGEDEKT, grond=Reden.PRIVACY, uitleg=why, door=door)
    take_away_words(pk, words, door=door)


@transaction.atomic
def not_yet(opvolging_pk: int, *, door: Any, waarom: str) -> None:
    """The second pair of eyes says no: it stays open, and the team reads why.

    What would have been said of it, nobody else ever reads.
    """
    # First the signal, as in `services.confirm`: of two who look at once, one waits.
    signaal_pk = Opvolging.objects.values_list("signaal_id", flat=True).get(pk=opvolging_pk)
    signaal = Signaal.objects.locked(signaal_pk)
    opvolging = Opvolging.objects.get(pk=opvolging_pk)
    if not opvolging.wacht_op_tweede:
        raise ValidationError(_("Dit is al nagekeken."))
    note = _("Nog niet klaar, vindt wie nakeek. %(waarom)s") % {"waarom": waarom}
    proposed = _("Voorstel: %(staat)s. %(zin)s") % {
        "staat": opvolging.get_naar_display(),
        "zin": opvolging.openbare_zin,
    }
    kept = (opvolging.interne_notitie, proposed)
    opvolging.interne_notitie = "\n".join(text for text in kept if text)[:2000]
    opvolging.wacht_op_tweede, opvolging.openbare_zin = False, ""
    opvolging.naar = opvolging.van
    opvolging.save(update_fields=["wacht_op_tweede", "openbare_zin", "naar", "interne_notitie"])
    services.step(signaal_pk, signaal.staat, door=door, interne_notitie=note.strip())
