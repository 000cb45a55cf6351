"""E-mail addresses: which we can write to, when two are the same, and how they are shown.

Accepted is what servers of RFC 5321 accept: letters in any case, signs, quoted names, domains in
any script. Two addresses are the same when capitals, quotes that do nothing (RFC 5321 §4.1.2) and
the way in which the domain is spelled are all that differs. A dot or a '+' makes another address:
only who counts mails against abuse looks past those (`throttle_key_of`).
"""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NO_ADDRESS = gettext_lazy("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl.")
LONGEST_NAME = 64
"Before the @ (RFC 5321 §4.5.3.1.1)."
LONGEST = 254
"The whole of it (RFC 5321 §4.5.3.1.3, less the brackets)."
_NEEDLESS_QUOTES = re.compile(r'"([A-Za-z0-9!#$%&\'*+/=?^_`{|}~-]+(?:\.[^".\\\s()<>@,;:]+)*)"')
_QUOTED = re.compile(r'"(?:[ !#-\[\]-~]|\\[ -~])+"')
"Quoted-string of RFC 5321 §4.1.2: with spaces, which Django's own check does not take."
_SAME_PROVIDER = {"googlemail.com": "gmail.com"}


def clean(typed: str) -> str:
    """The address to write to. ValidationError, in words for a resident, when there is none."""
    address = unicodedata.normalize("NFC", typed).strip()
    name, _at, domain = address.rpartition("@")
    if any(ord(sign) < ord(" ") for sign in address):
        raise ValidationError(NO_ADDRESS)
    if not name.isascii():
        raise ValidationError(
            _("Vóór de @ mogen geen letters met accenten staan. Vul het zo in: naam@voorbeeld.nl.")
        )
    if len(name) > LONGEST_NAME or len(name) + 1 + len(_ascii(domain)) > LONGEST:
        raise ValidationError(_("Dit e-mailadres is te lang."))
    try:
        validate_email(f"quoted@{domain}" if _QUOTED.fullmatch(name) else address)
    except ValidationError:
        raise ValidationError(NO_ADDRESS) from None
    return address


def key_of(email: str) -> str:
    """By which the same address is recognised."""
    name, domain = _parts(email)
    return f"{name}@{domain}"


def throttle_key_of(email: str) -> str:
    """By which mails to probably one person are counted: without '+tag' and without dots."""
    name, domain = _parts(email)
    name = name.strip('"').partition("+")[0].replace(".", "")
    return f"{name}@{_SAME_PROVIDER.get(domain, domain)}"


def domain_of(email: str) -> str:
    """The domain as mail servers know it: ASCII, small letters."""
    return _parts(email)[1]


def masked(email: str) -> str:
    """Enough to recognise one's own, too little to write to: 'a•••@sl•••.nl' (R-04)."""
    name, _at, domain = email.strip().rpartition("@")
    host, _dot, top = domain.rpartition(".")
    if not host or domain.startswith("["):
        return f"{name[:1]}•••@•••"
    return f"{name[:1]}•••@{host[: 2 if len(host) > 3 else 1]}•••.{top}"


def _parts(email: str) -> tuple[str, str]:
    name, _at, domain = unicodedata.normalize("NFC", email).strip().rpartition("@")
    quoted = _NEEDLESS_QUOTES.fullmatch(name)
    return (quoted[1] if quoted else name).casefold(), _ascii(domain)


def _ascii(domain: str) -> str:
    """As Python's mail library writes it when it sends."""
    try:
        return domain.encode("idna").decode("ascii").lower()
    except UnicodeError:  # too long, empty parts: not valid anyhow
        return domain.casefold()
