"""What happens when mail comes back: hard once, soft three times in 30 days, a complaint at once.

Requirement N8. Somebody to whom mail does not arrive gets none, until they confirm anew
(`abonneren.services.confirm`): what came back before that counts no more.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from nieuws.models import Abonnee, Abonnement, Editie, Kanaal, Retour, Toestemming, Zending
from nieuws.retouren.report import Report
from nieuws.retouren.status import judge

SOFT_LIMIT = 3
SOFT_WITHIN = timedelta(days=30)
_CAME_BACK = ("bezig", "verstuurd", "onzeker")


def note(zending: Zending, report: Report, bron: Retour.Bron) -> bool:
    """Write down that a mail came back, and stop writing if it is time. False: known already.

    One mail counts once as not arrived and once as unwanted, however often and by whichever way
    we hear of it.
    """
    if zending.abonnee is None:  # they are forgotten: nothing may be kept about them
        return False
    with transaction.atomic():
        if report.soort != Retour.Soort.KLACHT:
            rows = Zending.objects.filter(pk=zending.pk, status__in=_CAME_BACK)
            rows.update(status=Zending.Status.TERUG, answer=report.reden)
        key = f"{zending.code}|{report.soort == Retour.Soort.KLACHT}"
        return _note(zending.abonnee, report, bron, key, zending.editie)


def note_of_abonnee(abonnee: Abonnee, report: Report, bron: Retour.Bron, key: str) -> bool:
    """The same, of a report that does not say which mail it is about; `key` makes it one."""
    return _note(abonnee, report, bron, f"{abonnee.code}|{key}", None)


def refused(zending: Zending, code: int, answer: str) -> bool:
    """The mail server refused an address for good, while sending. The Zending stays as it is."""
    if zending.abonnee is None:
        return False
    report = judge(f"{code} {answer}")
    return _note(zending.abonnee, report, Retour.Bron.SMTP, f"{zending.code}|False", zending.editie)


@transaction.atomic
def _note(
    abonnee: Abonnee, report: Report, bron: Retour.Bron, key: str, editie: Editie | None
) -> bool:
    # One at a time per reader: of two soft ones at once, neither may overlook the other.
    abonnee = Abonnee.objects.select_for_update().get(pk=abonnee.pk)
    _retour, is_new = Retour.objects.get_or_create(
        bericht=sha256(key.encode()).hexdigest(),
        defaults={
            "abonnee": abonnee,
            "editie": editie,
            "soort": report.soort,
            "bron": bron,
            "code": report.code[:20],
            "reden": report.reden[:200],
        },
    )
    if is_new:
        _stop_if_time(abonnee, report)
    return is_new


def _stop_if_time(abonnee: Abonnee, report: Report) -> None:
    if report.soort == Retour.Soort.KLACHT:
        if abonnee.stand != Abonnee.Stand.KLACHT:
            _stop(abonnee, Abonnee.Stand.KLACHT, report)
    elif abonnee.stand == Abonnee.Stand.ACTIEF and (
        report.soort == Retour.Soort.HARD or _soft_returns(abonnee) >= SOFT_LIMIT
    ):
        _stop(abonnee, Abonnee.Stand.GESCHORST, report)


def _soft_returns(abonnee: Abonnee) -> int:
    since = timezone.now() - SOFT_WITHIN
    if abonnee.stand_since is not None:
        since = max(since, abonnee.stand_since)
    rows = Retour.objects.filter(abonnee=abonnee, soort=Retour.Soort.ZACHT, moment__gt=since)
    return rows.count()


def _stop(abonnee: Abonnee, stand: Abonnee.Stand, report: Report) -> None:
    Abonnee.objects.filter(pk=abonnee.pk).update(stand=stand, stand_since=timezone.now())
    Toestemming.objects.bulk_create(
        Toestemming(
            abonnement=abonnement,
            soort=Toestemming.Soort.GESCHORST,
            kanaal=Kanaal.MAIL,
            toelichting=f"{stand.label} {report.code}".strip(),
        )
        for abonnement in Abonnement.objects.active().filter(abonnee=abonnee)
    )
