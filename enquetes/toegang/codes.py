"""Codes for on letters: ten signs without those that look alike, made of a number (S4).

The key of the site makes the code of a number, so that sheets can be printed again; the database
has the number and a digest. The digest of a code is found without knowing its number.
"""

from __future__ import annotations

import re

from django.db import transaction
from django.db.models import Max
from django.utils.crypto import salted_hmac

from enquetes.models import Deelname, Enquete
from enquetes.publishing import LETTERS
from enquetes.toegang.keyed import digest, digests, keys
from wijkteams.models import Buurt

LENGTH = 10
HALF = 5
MOST = 20_000
"Of one survey."
AT_A_TIME = 500
_SHAPE = re.compile(f"[{LETTERS}]{{{LENGTH}}}", re.ASCII)
_BETWEEN = re.compile(r"[\s\-–—.]+")


class TooManyError(Exception):
    """More codes than a survey can have."""


def normal(typed: str) -> str:
    """As we make them: small letters, nothing between."""
    return _BETWEEN.sub("", typed).lower()


def has_shape(code: str) -> bool:
    """Whether it could be a code."""
    return bool(_SHAPE.fullmatch(code))


def printed(code: str) -> str:
    """As it is read best: K7M2P-Q9XTR."""
    return f"{code[:HALF]}-{code[HALF:]}".upper()


def made_of(enquete: Enquete, nummer: int, key: str = "") -> str:
    """The code of a number; `key`: an older key of the site."""
    salted = salted_hmac(
        "enquetes.toegang.huiscode.maak",
        f"{enquete.code}|{nummer}",
        secret=key or None,
        algorithm="sha256",
    )
    number = int.from_bytes(salted.digest(), "big")
    signs = []
    for _place in range(LENGTH):
        number, rest = divmod(number, len(LETTERS))
        signs.append(LETTERS[rest])
    return "".join(signs)


def code_of(row: Deelname) -> str:
    """The code of a row again. Raises ValueError when the key it was made with is gone."""
    if row.nummer is not None:
        for key in keys():
            code = made_of(row.enquete, row.nummer, key)
            if digest("huiscode", _value(row.enquete, code), key) == row.digest:
                return code
    raise ValueError(f"Deelname {row.pk}")


def find(enquete: Enquete, code: str) -> Deelname | None:
    """The right that goes with a code of this survey."""
    rows = Deelname.objects.filter(enquete=enquete, soort=Deelname.Soort.HUISCODE)
    return rows.filter(digest__in=digests("huiscode", _value(enquete, code))).first()


@transaction.atomic
def make(enquete: Enquete, number: int, buurt: Buurt | None = None) -> int:
    """Make so many more; gives the number of the first. Two at once never make the same."""
    held = Enquete.objects.locked(enquete.pk)
    rows = Deelname.objects.filter(enquete=held, soort=Deelname.Soort.HUISCODE)
    last: int = rows.aggregate(last=Max("nummer"))["last"] or 0
    if last + number > MOST:
        raise TooManyError
    Deelname.objects.bulk_create(
        (
            Deelname(
                enquete=held,
                soort=Deelname.Soort.HUISCODE,
                nummer=nummer,
                buurt=buurt,
                digest=digest("huiscode", _value(held, made_of(held, nummer))),
            )
            for nummer in range(last + 1, last + number + 1)
        ),
        batch_size=AT_A_TIME,
    )
    return last + 1


def _value(enquete: Enquete, code: str) -> str:
    return f"{enquete.code}|{code}"
