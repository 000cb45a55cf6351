"""Many readers of newsletters, made as quickly as rows can be."""

from __future__ import annotations

from django.utils import timezone

from nieuws.abonneren import tokens
from nieuws.models import Abonnee, Abonnement, Lijst

CHUNK = 5000


def build_readers(lijst: Lijst, count: int, *, domain: str = "bench.example") -> int:
    """So many people who confirmed that they want this list; gives how many were made."""
    now, first = timezone.now(), Abonnee.objects.count()
    for begin in range(first, first + count, CHUNK):
        numbers = range(begin, min(begin + CHUNK, first + count))
        people = Abonnee.objects.bulk_create([_somebody(f"lezer{n}@{domain}") for n in numbers])
        Abonnement.objects.bulk_create(
            [
                Abonnement(
                    abonnee=one,
                    lijst=lijst,
                    wijk_id=lijst.wijk_id,
                    status=Abonnement.Status.ACTIEF,
                    code=tokens.new_code(),
                    confirmed_at=now,
                    consent_at=now,
                )
                for one in people
            ]
        )
    return count


def _somebody(email: str) -> Abonnee:
    return Abonnee(email=email, email_key=email, code=tokens.new_code())
