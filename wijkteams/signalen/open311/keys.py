"""Keys of programs that tell signals: shown once, kept as a digest, taken back at once (R-41)."""

from __future__ import annotations

import secrets

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.security.throttle import Throttle
from wijkteams.signalen.models import Open311Sleutel
from wijkteams.signalen.open311.answers import RefusedError

BEGIN = 8
PER_KEY = Throttle("open311-sleutel", limit=10, seconds=1, by_network=False)
WRONG = Throttle("open311-fout", limit=10, seconds=60)


def give_key(row: Open311Sleutel) -> str:
    """A new key for a row that is not saved yet. It is nowhere but in what this gives."""
    key = secrets.token_hex(20)
    row.digest, row.begin = digest_of(key), key[:BEGIN]
    return key


def digest_of(key: str) -> str:
    """What the database keeps: without the site's SECRET_KEY it says nothing."""
    return salted_hmac("wijkteams.signalen.open311", key, algorithm="sha256").hexdigest()


def key_of(request: HttpRequest, key: str) -> Open311Sleutel:
    """Whose key this is. Refuses a wrong or revoked one, and who asks too often."""
    if WRONG.is_closed(request):
        raise RefusedError(429, "too many wrong keys", wait=60)
    row = Open311Sleutel.objects.select_related("wijk").filter(digest=digest_of(key)).first()
    if not key or row is None or not row.is_actief:
        WRONG.count_wrong_try(request)
        raise RefusedError(403, "api_key is missing or incorrect")
    if not PER_KEY.allows_one_more(request, row.digest):
        raise RefusedError(429, "at most 10 requests per second with one key", wait=1)
    today = timezone.localdate()
    if row.gebruikt_op != today:
        Open311Sleutel.objects.filter(pk=row.pk).update(gebruikt_op=today)
    return row
