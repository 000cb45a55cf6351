"""Post an answer, and empty the bus. Rule R-10: nothing tells who answered what, or when.

An answer of an anonymous survey is not laid down when it is sent. It waits in a sealed envelope
until ten wait, or a day has passed, or the survey is closed. Then all are laid down shuffled,
together with those that lay there already.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from enquetes.bus import photos, reshuffle
from enquetes.bus.content import Content, opened, sealed
from enquetes.bus.sealing import SealedError
from enquetes.bus.signals import laid_down
from enquetes.models import Afzender, Enquete, Envelop, Inzending, Versie
from enquetes.vragen.antwoord import Antwoorden
from wijkteams.kanaal import Kanaal
from wijkteams.models import Buurt

GRACE = timedelta(hours=1)
"After the closing: who had begun may still send."
ENOUGH = 10
"So many envelopes are opened together; fewer wait until the day is over."


def post(
    enquete: Enquete,
    versie: Versie,
    *,
    antwoorden: Antwoorden,
    kanaal: str = Kanaal.WEB,
    language: str = "nl",
    buurt: Buurt | None = None,
    fotos: Mapping[str, bytes] | None = None,
    afzender: Mapping[str, str] | None = None,
) -> None:
    """Hand in one filled-in survey, within the transaction of who calls.

    `fotos` are cleaned pictures by the key that stands in `antwoorden`; `afzender` (name, email)
    is kept only when the survey is not anonymous.
    """
    content = Content(
        versie=versie.pk,
        antwoorden=antwoorden,
        kanaal=kanaal,
        language=language,
        buurt=buurt.pk if buurt else None,
        fotos=fotos or {},
    )
    today = timezone.localdate()
    if enquete.is_anoniem:
        inhoud = sealed(content, enquete.pk)
        Envelop.objects.create(enquete=enquete, inhoud=inhoud, dag=today)
        return
    with transaction.atomic():
        (inzending,) = _lay_down(enquete, [content], today)
        if afzender and any(afzender.values()):
            Afzender.objects.create(inzending=inzending, **afzender)


def is_due(enquete: Enquete, now: datetime | None = None) -> bool:
    """Whether the envelopes of this survey may be opened now."""
    now = now or timezone.now()
    waiting = list(enquete.enveloppen.values_list("dag", flat=True)[:ENOUGH])
    if not waiting:
        return False
    if len(waiting) == ENOUGH or (enquete.closes_at and now >= enquete.closes_at + GRACE):
        return True
    return enquete.enveloppen.filter(dag__lt=timezone.localdate(now)).exists()


@transaction.atomic
def empty(enquete: Enquete) -> int:
    """Lay down all that waits, in an order that tells nothing; how many answers it were.

    Does not ask whether it is time: `is_due` does. Twice at once lays down once.
    """
    enquete = Enquete.objects.locked(enquete.pk)
    contents, done = [], []
    for envelop in enquete.enveloppen.all():
        try:
            contents.append(opened(envelop))
        except SealedError:
            continue  # it stays: the key may come back, and `clock` tells that it waits
        done.append(envelop.pk)
    if not contents:
        return 0
    secrets.SystemRandom().shuffle(contents)
    Envelop.objects.filter(pk__in=done).delete()
    return len(_lay_down(enquete, contents, timezone.localdate()))


def _lay_down(enquete: Enquete, contents: list[Content], dag: date) -> list[Inzending]:
    new = _answers(enquete, contents, dag)
    if enquete.is_anoniem:
        reshuffle.lay_among(enquete, new)
    else:
        Inzending.objects.bulk_create(new, batch_size=500)
    laid_down.send(Enquete, enquete=enquete, inzendingen=new)
    return new


def _answers(enquete: Enquete, contents: list[Content], dag: date) -> list[Inzending]:
    wanted = {content.buurt for content in contents if content.buurt is not None}
    # One that was taken away meanwhile must not keep the bus closed.
    buurten = set(Buurt.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    return [
        Inzending(
            id=uuid.uuid4(),
            enquete=enquete,
            versie_id=content.versie,
            kanaal=content.kanaal,
            language=content.language,
            dag=dag,
            buurt_id=content.buurt if content.buurt in buurten else None,
            antwoorden=photos.write(enquete, content.antwoorden, content.fotos, dag),
        )
        for content in contents
    ]
