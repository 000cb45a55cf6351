"""What people must hear of: an edition that does not move (rule R-35)."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import ngettext

from nieuws.models import Editie

TOO_LONG = timedelta(minutes=15)


def sending_problem() -> str:
    """In words; empty when all goes well."""
    before = timezone.now() - TOO_LONG
    stalled = Q(status=Editie.Status.BEZIG, stalled_since__lte=before)
    late = Q(status=Editie.Status.GEPLAND, scheduled_for__lte=before)
    number = Editie.objects.filter(stalled | late).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d nieuwsbrief wacht langer dan een kwartier op de mailserver.",
        "%(number)d nieuwsbrieven wachten langer dan een kwartier op de mailserver.",
        number,
    ) % {"number": number}
