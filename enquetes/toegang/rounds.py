"""Writing to the panel: an invitation, each member once; a reminder to who did not yet answer.

Who answered is known by the digest of the right only, for which the key of the site is needed; what
they answered is known nowhere (rule R-10).
"""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, QuerySet
from django_tasks import task

from accounts.models import User
from enquetes.models import Deelname, Enquete, Panellid, Panelronde, Stand, Toegang
from enquetes.toegang import letters, tokens
from enquetes.toegang.links import fill_in_url, member_url
from enquetes.toegang.rights import panel_digests

AT_A_TIME = 50
Soort = Panelronde.Soort


class NotNowError(Exception):
    """It is not open, is not for the panel, or a round is under way."""


def members(enquete: Enquete) -> QuerySet[Panellid]:
    """The members of the panel of the survey's own ward."""
    return Panellid.objects.filter(wijk=enquete.wijk_id, status=Panellid.Status.ACTIEF)


def may_write(enquete: Enquete) -> bool:
    """Whether members can do something with a mail now."""
    return enquete.toegang == Toegang.PANEL and enquete.stand() == Stand.OPEN


@transaction.atomic
def order(enquete: Enquete, soort: str, *, by: User) -> Panelronde:
    """Have the mails of a round made; one round at a time."""
    held = Enquete.objects.locked(enquete.pk)
    if not may_write(held) or held.panelrondes.filter(is_done=False).exists():
        raise NotNowError
    ronde = Panelronde.objects.create(
        enquete=held, soort=soort, total=members(held).count(), made_by=by
    )
    go_on.enqueue(ronde.pk)
    return ronde


@task()
def go_on(pk: int) -> None:
    """The next members of a round; then itself again. Stopped half-way it goes on where it was."""
    ronde = Panelronde.objects.select_related("enquete__wijk").filter(pk=pk, is_done=False).first()
    if ronde is None:
        return
    rows = members(ronde.enquete).filter(pk__gt=ronde.last_pk).select_related("wijk")
    found = list(rows.order_by("pk")[:AT_A_TIME]) if may_write(ronde.enquete) else []
    for lid in found:
        _write(ronde, lid)
    if len(found) < AT_A_TIME:
        Panelronde.objects.filter(pk=pk).update(is_done=True)
    else:
        go_on.enqueue(pk)


@transaction.atomic
def _write(ronde: Panelronde, lid: Panellid) -> None:
    """Right, mail and progress in one step: after a stop nobody gets a second one."""
    right = _right(ronde, lid)
    if right is not None:
        enquete = ronde.enquete
        token = tokens.make(tokens.PANEL, enquete.code, right.digest)
        letters.send(
            ronde.soort,
            enquete,
            lid.email,
            lid.language,
            link=fill_in_url(enquete, token, lid.language),
            leave=member_url(lid),
            expires=enquete.closes_at,
        )
    Panelronde.objects.filter(pk=ronde.pk).update(
        last_pk=lid.pk, seen=F("seen") + 1, mailed=F("mailed") + (1 if right else 0)
    )


def _right(ronde: Panelronde, lid: Panellid) -> Deelname | None:
    """The right that is mailed now; None for who has nothing to hear in this round."""
    digests = panel_digests(lid, ronde.enquete)
    rows = Deelname.objects.filter(
        enquete=ronde.enquete, soort=Deelname.Soort.PANEL, digest__in=digests
    )
    if ronde.soort == Soort.HERINNERING:
        waiting = rows.filter(used=False, herinnerd=False)
        return rows.first() if waiting.update(herinnerd=True) else None
    if rows.exists():
        return None
    right, created = Deelname.objects.get_or_create(
        enquete=ronde.enquete, digest=digests[0], defaults={"soort": Deelname.Soort.PANEL}
    )
    return right if created else None
