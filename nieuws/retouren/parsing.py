"""Reading one message of the mailbox for returns: what is it, and which mail is it about?

    read(raw).what, .report, .zending, .abonnement

Forms for machines first (RFC 3464, RFC 5965), then text. What a report says only counts with an
address that we signed: who does not know the signature, cannot speak of somebody else's mail.
"""

from __future__ import annotations

import re
from dataclasses import replace

from nieuws.retouren import verp
from nieuws.retouren.complaints import read_complaint
from nieuws.retouren.delivery_status import read_delivery_status
from nieuws.retouren.free_text import read_answer, read_free_text
from nieuws.retouren.message import BIGGEST, Mail, parse
from nieuws.retouren.report import Reading, What

# Where a server writes for whom the report is.
_FOR = (
    "To",
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "Resent-To",
    "Cc",
)


def read(raw: bytes) -> Reading:
    """Whatever the bytes are, an answer."""
    message = parse(raw)
    addressed = _addressed(message)
    leaving = verp.abonnement_code(addressed)
    if leaving is not None:
        return Reading(What.LEAVE, abonnement=leaving)
    found = _what(message)
    if found.what != What.RETURN:
        return found
    return _signed(found, addressed, _unfolded(raw))


def _what(message: Mail) -> Reading:
    for reader in (read_complaint, read_delivery_status, read_answer, read_free_text):
        found = reader(message)
        if found is not None:
            return found
    return Reading(What.UNREADABLE)


def _addressed(message: Mail) -> str:
    """All addresses that it was sent to, one per line."""
    own = [str(value) for name in _FOR for value in message.get_all(name, [])]
    hops = [str(value) for value in message.get_all("Received", [])]
    return "\n".join([*own, *(hop for hop in hops if " for " in hop.replace("\n", " "))])


def _signed(found: Reading, addressed: str, whole: str) -> Reading:
    """With the code of the mail it is about; forged when it names one with a wrong signature.

    A server may send its report elsewhere, or a provider its complaint: then the address stands
    in the mail that came back with it.
    """
    code = verp.zending_code(addressed) or verp.zending_code(whole)
    if code is not None:
        return replace(found, zending=code)
    abonnement = verp.abonnement_code(whole)
    if abonnement is not None:
        return replace(found, abonnement=abonnement)
    return Reading(What.FORGED if verp.is_like_ours(addressed) else What.UNREADABLE)


def _unfolded(raw: bytes) -> str:
    """As text, with lines that quoted-printable broke put together."""
    text = raw[:BIGGEST].decode("ascii", errors="replace")
    return re.sub(r"=3D", "=", re.sub(r"=\r?\n", "", text))
