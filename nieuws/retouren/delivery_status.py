"""Reports in the form of RFC 3464: what went wrong with which recipient, for machines."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message

from nieuws.retouren.message import Mail, header, parts_of, text_of
from nieuws.retouren.report import Reading, Report, What
from nieuws.retouren.status import judge

_FAILED = ("fail", "error")  # OpenSMTPD writes 'error'
_WORST_FIRST = {"hard": 0, "zacht": 1}


def read_delivery_status(message: Mail) -> Reading | None:
    """Failed, delayed or something else; None when this is no such report."""
    blocks = [block for block in _blocks(message) if block.get("Action")]
    if not blocks:
        return None
    failed = [block for block in blocks if _action(block).startswith(_FAILED)]
    if failed:
        reports = [_report(block, message) for block in failed]
        return Reading(What.RETURN, min(reports, key=lambda found: _WORST_FIRST[found.soort]))
    delayed = any(_action(block).startswith("delay") for block in blocks)
    return Reading(What.LATER if delayed else What.ANSWER)


def _blocks(message: Mail) -> Iterator[Mail]:
    """The fields per recipient; of a part that was built in another way, as a text, too."""
    kinds = ("message/delivery-status", "message/global-delivery-status")
    for part in parts_of(message):
        if part.get_content_type() not in kinds:
            continue
        payload = part.get_payload()
        if isinstance(payload, list):
            yield from (block for block in payload if isinstance(block, Message))
        else:
            yield from _blocks_in_text(part)


def _blocks_in_text(part: Mail) -> Iterator[Mail]:
    from email import message_from_string

    data = part.get_payload(decode=True)
    text = data.decode("utf-8", errors="replace") if isinstance(data, bytes) else ""
    for block in text.replace("\r\n", "\n").split("\n\n"):
        yield message_from_string(block.strip() + "\n\n")


def _action(block: Mail) -> str:
    return header(block, "Action").lower()


def _report(block: Mail, message: Mail) -> Report:
    """The diagnostic words come after their kind: `smtp; 550 5.1.1 unknown`."""
    status = header(block, "Status").split(" ")[0]
    words = header(block, "Diagnostic-Code").partition(";")[2].strip()
    found = judge(words, status)
    if words or found.code != status:
        return found
    # Not a word in the fields: what the report tells a person may say more.
    said = judge(text_of(message), status)
    return Report(said.soort, said.code, "")
