"""Reports of readers who pressed 'unwanted': ARF, RFC 5965."""

from __future__ import annotations

from nieuws.models import Retour
from nieuws.retouren.message import Mail, header, parts_of
from nieuws.retouren.report import Reading, Report, What

# The others say something else: that it is wanted after all, or about signatures (RFC 6591).
_COMPLAINTS = ("abuse", "fraud", "opt-out", "other", "virus")


def read_complaint(message: Mail) -> Reading | None:
    """A complaint, or another report in this form; None when this is no such report."""
    for part in parts_of(message):
        if part.get_content_type() == "message/feedback-report":
            kind = _feedback_type(part)
            if not kind:
                return None
            if kind in _COMPLAINTS:
                return Reading(What.RETURN, Report(Retour.Soort.KLACHT))
            return Reading(What.ANSWER)
    return None


def _feedback_type(part: Mail) -> str:
    """The fields stand in the body of the part, as if they were its headers."""
    from email import message_from_string

    payload = part.get_payload()
    if isinstance(payload, list):
        inner = payload[0] if payload else None
        return header(inner, "Feedback-Type").lower() if inner is not None else ""  # type: ignore[arg-type]
    data = part.get_payload(decode=True)
    text = data.decode("utf-8", errors="replace") if isinstance(data, bytes) else ""
    return header(message_from_string(text.strip() + "\n\n"), "Feedback-Type").lower()
