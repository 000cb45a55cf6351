"""Keeps links that open something out of the log: whoever reads it could use them."""

from __future__ import annotations

import logging
import re

SECRET_PATH = re.compile(r"(/(?:uitnodiging|wachtwoord/vergeten)/)[^/\s\"']+")


class MaskLinks(logging.Filter):
    """Replaces what follows such an address by dots, in the message and in its arguments."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        masked = SECRET_PATH.sub(r"\1…", message)
        if masked != message:
            record.msg, record.args = masked, ()
        return True
