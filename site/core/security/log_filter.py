"""Keeps out of the log what it may not hold: links that open something, and who people are."""

from __future__ import annotations

import logging
import re

SECRET_PATH = re.compile(
    r"(/(?:uitnodiging|wachtwoord/vergeten|inloggen/e-mail/nieuw|agenda/aandragen|aanmelding|mijn-agenda"
    r"|nieuwsbrief/(?:bevestigen|afmelden|mijn|verlengen)|enquete/(?:verder|\w+/link)|bewonerspanel/lid)/)"
    r"[^/\s\"']+"
)
# A code with our signature, wherever it stands: in each link that we mail (rule R-08).
SIGNED = re.compile(r"\b[0-9a-f]{32}-[0-9a-f]{40}\b")
ADDRESS = re.compile(r"[\w.+'-]+(?:@|%40)[\w-]+(?:\.[\w-]+)+")
SECRET_VALUE = re.compile(
    r"(?i)\b(password|wachtwoord|token|secret|sleutel|api_key|sessionid|csrftoken)(['\"]?\s*[=:]\s*['\"]?)"
    r"[^\s'\"&,;)]+"
)
# Nine digits in a row may be a BSN, ten a telephone number.
NUMBER = re.compile(r"(?<![\w.-])(?:\+31|0031|0)?\d{9}(?![\w-])")


def masked(text: str) -> str:
    """The text without links that open something, addresses, passwords and numbers of people."""
    text = SECRET_PATH.sub(r"\1…", text)
    text = SIGNED.sub("…", text)
    text = SECRET_VALUE.sub(r"\1\2…", text)
    text = ADDRESS.sub("…@…", text)
    return NUMBER.sub("…", text)


class MaskLinks(logging.Filter):
    """Masks the message and its arguments, for handlers that have a formatter of their own."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        hidden = masked(message)
        if hidden != message:
            record.msg, record.args = hidden, ()
        return True
