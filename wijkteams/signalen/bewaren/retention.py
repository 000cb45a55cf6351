"""The nightly round of signals (requirement G14, rule R-12).

Each function removes what was kept long enough and gives how many rows that were; twice is the same
as once. What is left tells of the ward and of nobody: state, category, place as on the site, days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from wijkteams.signalen.bewaren.terms import (
    ACCESS,
    CONTACT,
    TEXT,
    UNCONFIRMED,
    closed_before,
    for_all_to_read,
    left_alone,
    not_done_before,
)
from wijkteams.signalen.models import (
    Attendering,
    Doorzending,
    Klasse,
    Medemelder,
    Melder,
    Openbaarheid,
    Opvolging,
    Raadpleging,
    Signaal,
    Signaalconcept,
    SignaalFoto,
)

AT_A_TIME = 500


def purge_contact(now: datetime) -> int:
    """Who told it and who follows it, their photos that nobody saw, and the number of a house."""
    closed = closed_before(now - CONTACT, "signaal__") | left_alone(now - TEXT, "signaal__")
    count = Melder.objects.filter(closed).delete()[0]
    count += _forget_followers(Medemelder.objects.filter(closed))
    unconfirmed = Q(bevestigd_op=None, created_at__lte=now - UNCONFIRMED)
    waiting = Medemelder.objects.filter(unconfirmed).exclude(email="")
    count += waiting.filter(is_mee=False).delete()[0]
    count += waiting.update(email="")
    partners = Doorzending.objects.filter(closed).exclude(email="", antwoord_door="")
    count += _update(partners, email="", antwoord_door="")
    return count + _forget_places(now) + _forget_photos(now)


def _forget_followers(rows: QuerySet[Medemelder]) -> int:
    """That others have it too stays; who they are does not."""
    count = rows.filter(is_mee=False).delete()[0]
    return count + _update(rows.exclude(email="", kenmerk=""), email="", kenmerk="")


def _forget_places(now: datetime) -> int:
    """From here on all know the same of where it is. A confidential place goes with its words."""
    exact = ~Q(plaats_tekst=F("openbaar_plaats")) | (
        Q(latitude__isnull=False)
        & (Q(openbaar_latitude=None) | ~Q(latitude=F("openbaar_latitude")))
    )
    rows = Signaal.objects.filter(closed_before(now - CONTACT) & exact)
    return _update(
        rows.exclude(klasse=Klasse.VERTROUWELIJK),
        plaats_tekst=F("openbaar_plaats"),
        latitude=F("openbaar_latitude"),
        longitude=F("openbaar_longitude"),
    )


def _forget_photos(now: datetime) -> int:
    unseen = Q(is_openbaar=False) | ~Q(signaal__openbaarheid=Openbaarheid.OPENBAAR)
    rows = SignaalFoto.objects.filter(closed_before(now - CONTACT, "signaal__") & unseen)
    return rows.exclude(signaal__klasse=Klasse.VERTROUWELIJK).delete()[0]


def purge_texts(now: datetime) -> int:
    """Words that not all may read: of confidential and limited signals, and notes of the team."""
    limit = now - TEXT
    due = Signaal.objects.filter(closed_before(limit) | left_alone(limit)).filter(not_done_before())
    return sum(_anonymise(pks, now) for pks in _parts(due))


def _anonymise(pks: list[int], now: datetime) -> int:
    rows = Signaal.objects.filter(pk__in=pks)
    for signaal in rows.exclude(for_all_to_read()).select_related("categorie"):
        forget_words(signaal)
    secret = rows.filter(klasse=Klasse.VERTROUWELIJK).values("pk")
    Opvolging.objects.filter(signaal__in=pks).update(interne_notitie="")
    hidden = Q(signaal__in=secret) | Q(signaal__in=pks, alleen_melder=True)
    Opvolging.objects.filter(hidden).update(openbare_zin="")
    Doorzending.objects.filter(signaal__in=pks).update(bericht="", antwoord="")
    rows.update(geanonimiseerd_op=timezone.localdate(now))
    return len(pks)


def forget_words(signaal: Signaal) -> None:
    """Take away what was told, of a signal whose words are not for all; its category stays."""
    exact = {} if not signaal.is_vertrouwelijk else {"latitude": None, "longitude": None}
    Signaal.objects.filter(pk=signaal.pk).update(
        titel=signaal.categorie.name, tekst="", plaats_tekst=signaal.openbaar_plaats, **exact
    )
    # One by one: a photo goes from the disk when its row goes (`files`).
    SignaalFoto.objects.filter(signaal=signaal).delete()


def purge_drafts(now: datetime) -> int:
    """What somebody did not finish telling within a day."""
    return Signaalconcept.objects.filter(vervalt__lte=now).delete()[0]


def purge_alerts(now: datetime) -> int:
    """Who asked for mail about the ward, and did not confirm."""
    old = Q(bevestigd_op=None, created_at__lte=now - UNCONFIRMED)
    return Attendering.objects.filter(old).delete()[0]


def purge_access(now: datetime) -> int:
    """Who of the team looked at what is confidential."""
    return Raadpleging.objects.filter(wanneer__lte=now - ACCESS).delete()[0]


def _update(rows: QuerySet[Any], **values: object) -> int:
    """A few at a time, by number: not all databases change rows that were found by a join."""
    return sum(rows.model._base_manager.filter(pk__in=pks).update(**values) for pks in _parts(rows))


def _parts(rows: QuerySet[Any]) -> Iterator[list[int]]:
    last = 0
    while pks := list(
        rows.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_A_TIME]
    ):
        yield pks
        last = pks[-1]
