"""Recovery codes: ten, shown once, and kept as keyed hashes."""

from __future__ import annotations

import re
import secrets

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.crypto import salted_hmac

from accounts.models import User

COUNT = 10
# No letters that look like others: people type these over from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
HALF = 5
SHAPE = re.compile(rf"[{LETTERS}]{{{HALF}}}-[{LETTERS}]{{{HALF}}}")
HASHES = "hashes"


def _hash(user_id: int, code: str) -> str:
    plain = re.sub(r"[^a-z0-9]", "", code.lower())
    return salted_hmac("recovery", f"{user_id}|{plain}", algorithm="sha256").hexdigest()


def _new_code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(HALF)) for _ in range(2))


@transaction.atomic
def make_codes(user: User) -> list[str]:
    """New codes; earlier ones no longer work. Nobody can show them again."""
    User.objects.select_for_update().get(pk=user.pk)
    codes = [_new_code() for _ in range(COUNT)]
    Authenticator.objects.update_or_create(
        user=user,
        type=Authenticator.Type.RECOVERY_CODES,
        defaults={"data": {HASHES: [_hash(user.pk, code) for code in codes]}},
    )
    return codes


@transaction.atomic
def use_code(user: User, code: str) -> Authenticator | None:
    """Take a code out of the list; None when it is not in it."""
    found = (
        Authenticator.objects.select_for_update()
        .filter(user=user, type=Authenticator.Type.RECOVERY_CODES)
        .first()
    )
    hashed = _hash(user.pk, code)
    if found is None or hashed not in found.data[HASHES]:
        return None
    found.data[HASHES].remove(hashed)
    found.save(update_fields=["data"])
    return found


def codes_left(user: User) -> int:
    """How many codes were not used yet."""
    found = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(found.data[HASHES]) if found else 0
