"""The panel of a ward: residents who said 'ask me' (requirement S4). They come by confirming."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from core.mail.addresses import clean, key_of
from enquetes.models import Deelname, Panellid
from enquetes.toegang import letters
from enquetes.toegang.retention import TO_CONFIRM
from enquetes.toegang.rights import panel_digests
from wijkteams.models import Wijk

Status = Panellid.Status


@task()
def take_request(email: str, name: str, wijk: int | None, language: str) -> str:
    """Somebody wants to join; gives the mail that they got. The form itself looks at nothing."""
    ward = Wijk.objects.filter(pk=wijk).first() if wijk else None
    if wijk and (ward is None or ward.has_ended):
        return ""
    return join(email, ward, name=name, language=language)


@transaction.atomic
def join(email: str, wijk: Wijk | None, *, name: str = "", language: str = "nl") -> str:
    """Ask an address to confirm; who is a member hears so. ValidationError: no address."""
    address = clean(email)
    lid, _created = Panellid.objects.get_or_create(
        wijk=wijk,
        email_key=key_of(address),
        defaults={
            "email": address,
            "name": name,
            "language": language,
            "code": secrets.token_hex(16),
        },
    )
    if lid.status == Status.ACTIEF:
        letters.send_panel("panel_al", lid)
        return "panel_al"
    Panellid.objects.filter(pk=lid.pk).update(created_at=timezone.now())
    letters.send_panel("panel", lid, expires=timezone.now() + TO_CONFIRM)
    return "panel"


def member(code: str) -> Panellid | None:
    """The member with this code; None when too long ago they did not confirm."""
    lid = Panellid.objects.select_related("wijk").filter(code=code).first()
    if lid is not None and lid.status == Status.ONBEVESTIGD and _is_late(lid):
        return None
    return lid


def _is_late(lid: Panellid) -> bool:
    return lid.created_at <= timezone.now() - TO_CONFIRM


def confirm(lid: Panellid) -> None:
    """They pressed the button. Twice is the same as once."""
    rows = Panellid.objects.filter(pk=lid.pk, status=Status.ONBEVESTIGD)
    rows.update(status=Status.ACTIEF, confirmed_at=timezone.now())


@transaction.atomic
def leave(lid: Panellid) -> None:
    """They are asked no more, and what they were asked for and did not do is gone too."""
    rights = Deelname.objects.filter(
        soort=Deelname.Soort.PANEL, digest__in=panel_digests(lid), used=False
    )
    rights.delete()
    lid.delete()
