"""Whose right a `Deelname` is: found from an address, a member or a code, and never back.

The digest is made with the key of the site and holds no survey's number, so that the same address
has another one in each survey (`enquete.code` is part of the value).
"""

from __future__ import annotations

from core.mail.addresses import domain_of, key_of
from enquetes.models import Deelname, Enquete, Panellid
from enquetes.toegang.keyed import digests

_DOTLESS = frozenset({"gmail.com", "googlemail.com"})


def voice_of(email: str) -> str:
    """By which one person's addresses are one: without '+tag'; where dots do nothing, without."""
    name, _at, domain = key_of(email).rpartition("@")
    name = name.strip('"').partition("+")[0]
    if domain_of(email) in _DOTLESS:
        return f"{name.replace('.', '')}@gmail.com"
    return f"{name}@{domain}"


def mail_digests(enquete: Enquete, email: str) -> list[str]:
    """Of an address in this survey; today's first."""
    return digests("mail", f"{enquete.code}|{voice_of(email)}")


def panel_digests(lid: Panellid, enquete: Enquete | None = None) -> list[str]:
    """Of a member in this survey; without one, in all surveys."""
    surveys = [enquete] if enquete else Enquete.objects.filter(wijk=lid.wijk)
    return [one for survey in surveys for one in digests("panel", f"{survey.code}|{lid.code}")]


def right_of(enquete: Enquete, soort: str, found: list[str]) -> Deelname:
    """The right that goes with these digests; made when there is none yet."""
    row = Deelname.objects.filter(enquete=enquete, soort=soort, digest__in=found).first()
    if row is not None:
        return row
    made, _created = Deelname.objects.get_or_create(
        enquete=enquete, digest=found[0], defaults={"soort": soort}
    )
    return made
