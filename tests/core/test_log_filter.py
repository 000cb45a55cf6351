"""A link that opens something does not come into the log."""

from __future__ import annotations

import logging

import pytest

from core.security.log_filter import MaskLinks


@pytest.mark.parametrize("path", ["/uitnodiging/geheim123/", "/wachtwoord/vergeten/1-abc-def/"])
def test_link_is_masked(path: str) -> None:
    record = logging.LogRecord("x", 30, "f", 1, "Forbidden (%s): %s", ("CSRF", path), None)

    assert MaskLinks().filter(record)

    said = record.getMessage()
    assert "geheim123" not in said
    assert "abc-def" not in said
    assert said.startswith("Forbidden (CSRF): /")


def test_other_messages_stay() -> None:
    record = logging.LogRecord("x", 30, "f", 1, "Not Found: %s", ("/havenkwartier/",), None)

    MaskLinks().filter(record)

    assert record.getMessage() == "Not Found: /havenkwartier/"
