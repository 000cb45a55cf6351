"""Reports for people only, such as older servers and Dutch providers send."""

from __future__ import annotations

import logging
import re

from flufl.bounce import all_failures

from nieuws.retouren.message import Mail, header, text_of
from nieuws.retouren.report import Reading, What
from nieuws.retouren.status import judge, means_failure

logger = logging.getLogger(__name__)

_SENDERS = re.compile(r"mailer-daemon|postmaster|mail delivery|bounce|no-?reply", re.IGNORECASE)
_SUBJECTS = re.compile(
    r"undeliver|deliver\w* (status|failure|problem|error|has failed)|fail(ure|ed)|returned mail|"
    r"could not be delivered|message status|mail system error|delayed|"
    r"onbestelbaar|niet (worden )?(bezorgd|afgeleverd|besteld)|onbezorg|"
    r"(bezorging|aflevering|verzending) (is )?(mislukt|niet gelukt)|bezorgstatus|fout bij",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"delayed|will (be retried|retry|keep trying)|still being retried|no action is required|"
    r"niet opnieuw te (versturen|verzenden)|vertraagd|vertraging|proberen het .{0,40}opnieuw|"
    r"nog niet (worden )?(bezorgd|afgeleverd)",
    re.IGNORECASE,
)
_MACHINE_WORDS = (
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Response-Suppress-Reply",
    "X-Vacation",
)


def read_answer(message: Mail) -> Reading | None:
    """An answer of a machine on behalf of a reader, such as during a holiday (RFC 3834).

    Exim calls its own reports 'auto-replied' as well; those name the recipient that failed.
    """
    if message.get("X-Failed-Recipients"):
        return None
    automatic = header(message, "Auto-Submitted").lower().startswith("auto-replied")
    named = any(message.get(name) is not None for name in _MACHINE_WORDS)
    sorted_out = header(message, "Precedence").lower() == "auto_reply"
    if (automatic or named or sorted_out) and not _is_of_a_server(message):
        return Reading(What.ANSWER)
    return None


def read_free_text(message: Mail) -> Reading | None:
    """What a server wrote to people; None when it does not look like that."""
    text = text_of(message)
    temporary, permanent = _detected(message)
    if not permanent and not (_is_of_a_server(message) and means_failure(text)):
        return Reading(What.LATER) if temporary else None
    if not permanent and _LATER.search(f"{header(message, 'Subject')}\n{text}"):
        return Reading(What.LATER)
    return Reading(What.RETURN, judge(_telling(text)))


def _is_of_a_server(message: Mail) -> bool:
    """Written by a mail server: an empty return path, or its name with a subject that fits."""
    if header(message, "Return-Path") == "<>":
        return bool(_SUBJECTS.search(header(message, "Subject")))
    sender = header(message, "From")
    return bool(_SENDERS.search(sender) and _SUBJECTS.search(header(message, "Subject")))


def _detected(message: Mail) -> tuple[bool, bool]:
    """What the detectors of flufl.bounce see. Some text may be too odd for one of them."""
    try:
        temporary, permanent = all_failures(message)
    except Exception:  # other people's detectors, on anybody's text
        logger.warning("A detector of bounces failed")
        return False, False
    return bool(temporary), bool(permanent)


def _telling(text: str) -> str:
    """The lines that tell why, without the courtesies around them."""
    lines = [line.strip() for line in text.splitlines()]
    telling = [line for line in lines if line and means_failure(line)]
    return " ".join(telling[:4])
