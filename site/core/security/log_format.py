"""How a line of the log looks: for people, or as JSON for programs. In UTC, with the request."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

from core.security.log_filter import masked
from core.security.request_id import current_request_id


def _moment(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")


class LineFormatter(logging.Formatter):
    """One line per event; what follows an error stands below it, indented."""

    def format(self, record: logging.LogRecord) -> str:
        # A name with an end of line in it must not look like an event of its own.
        message = record.getMessage().replace("\r", "\\r").replace("\n", "\\n")
        facts = getattr(record, "facts", {})
        told = " ".join([message, *(f"{key}={value}" for key, value in facts.items())])
        head = f"{_moment(record)} {record.levelname} {record.name} [{current_request_id()}]"
        lines = [masked(f"{head}: {told}")]
        if record.exc_info:
            lines += masked(self.formatException(record.exc_info)).splitlines()
        return "\n    ".join(lines)


class JsonFormatter(logging.Formatter):
    """One JSON object per line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "moment": _moment(record),
            "niveau": record.levelname,
            "bron": record.name,
            "verzoek": current_request_id(),
            "bericht": masked(record.getMessage()),
            **{key: masked(str(value)) for key, value in getattr(record, "facts", {}).items()},
        }
        if record.exc_info:
            line["fout"] = masked(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)
