"""What was taken away of a signal goes out of what was made of it too (requirements G3, G14, R-16).

Of moderation: what readers wrote about it, and what was decided. Dossiers are made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q

from wijkteams.moderatie.models import Besluit, Herziening, Inhoudsmelding, Moderatiestap
from wijkteams.moderatie.registry import subject_for
from wijkteams.signalen import changed
from wijkteams.signalen.models import Signaal, SignaalFoto
from wijkteams.signalen.moderation import SIGNAAL
from wijkteams.signalen.werk.dossier import make_again
from wijkteams.signalen.werk.redaction import in_rows


def connect() -> None:
    """Called when the app is ready."""
    changed.taken_away.connect(_follow, sender=Signaal, dispatch_uid="signalen.copies")


def _follow(
    signaal: Signaal, words: Sequence[str], fotos: Sequence[int] = (), **kwargs: Any
) -> None:
    about = _about(signaal, fotos)
    reports, decisions = Inhoudsmelding.objects.filter(about), Besluit.objects.filter(about)
    if words:
        reviews = Herziening.objects.filter(besluit__in=decisions)
        in_rows(reports, ("onderwerp", "plek", "uitleg"), words)
        in_rows(decisions, ("onderwerp", "feiten", "uitleg"), words)
        in_rows(reviews, ("waarom", "antwoord"), words)
        in_rows(Moderatiestap.objects.filter(melding__in=reports), ("tekst",), words)
    else:
        title = SIGNAAL.title_of(signaal)[:160]
        reports.exclude(onderwerp="").update(onderwerp=title)
        decisions.exclude(onderwerp="").update(onderwerp=title)
    make_again(signaal)


def _about(signaal: Signaal, fotos: Sequence[int]) -> Q:
    """Reports and decisions on the signal and its photos."""
    pks = {*fotos, *signaal.fotos.values_list("pk", flat=True)}
    found = Q(pk__in=())
    for thing, keys in ((signaal, {signaal.pk}), (SignaalFoto(), pks)):
        subject = subject_for(thing)
        if subject is not None:
            found |= Q(soort=subject.kind, object_id__in=keys)
    return found
