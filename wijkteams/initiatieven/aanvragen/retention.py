"""The nightly round of ideas (rule R-12): each gives how many rows went; twice is as once."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q

from wijkteams.initiatieven.models import (
    Aanvraagconcept,
    Aanvraagstaat,
    InitiatiefAanvraag,
    Initiatiefnemer,
)

CONTACT = timedelta(days=365)
UNCONFIRMED = timedelta(days=7)
DRAFT = timedelta(days=30)
_OPEN = (Aanvraagstaat.NIEUW, Aanvraagstaat.IN_GESPREK)


def purge_ideas(now: datetime) -> int:
    """Ideas a year after the answer, and addresses of who never said that it was them."""
    return _purge_unconfirmed(now) + _purge_answered(now)


def _purge_answered(now: datetime) -> int:
    """Also what nobody ever answered. What became an initiative, is no part of it any more."""
    answered = Q(beslist_op__lte=now - CONTACT)
    left = Q(beslist_op=None, ingediend_op__lte=now - CONTACT)
    rows = InitiatiefAanvraag.objects.filter(answered | left)
    pks = list(rows.values_list("pk", flat=True))
    # An initiator who went along with an initiative stays with that.
    moved = Initiatiefnemer.objects.filter(aanvraag__in=pks).exclude(initiatief=None)
    moved.update(aanvraag=None)
    InitiatiefAanvraag.objects.filter(pk__in=pks).delete()
    return len(pks)


def _purge_unconfirmed(now: datetime) -> int:
    """Anybody can fill in any address; with a telephone number the team can still call.

    What a volunteer wrote down, was told by the person: the address was not filled in by another.
    """
    old = Initiatiefnemer.objects.filter(bevestigd_op=None, created_at__lte=now - UNCONFIRMED)
    old = old.exclude(aanvraag=None).exclude(email="")
    invited = Q(uitgenodigd_door__isnull=False) | Q(phone="")
    told = Q(uitgenodigd_door=None) & ~Q(aanvraag__ingevoerd_door=None)
    pks = list(old.exclude(told).values_list("pk", flat=True))
    rows = Initiatiefnemer.objects.filter(pk__in=pks)
    gone = rows.filter(invited).delete()[0]
    return gone + rows.update(email="")


def purge_drafts(now: datetime) -> int:
    """What somebody did not finish within thirty days."""
    return Aanvraagconcept.objects.filter(vervalt__lte=now).delete()[0]
