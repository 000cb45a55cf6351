from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _mailbox(settings: Any) -> None:
    settings.BOUNCE_ADDRESS = "retour@sluisdam.example"
    settings.BOUNCE_IMAP_URL = "imaps://retour:geheim@127.0.0.1/INBOX"
