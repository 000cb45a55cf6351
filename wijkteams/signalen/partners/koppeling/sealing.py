"""The key that a partner gave us: closed with a key of the site that is not in the database."""

from __future__ import annotations

import base64
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.encoding import force_str


def _box() -> MultiFernet:
    """Made of SECRET_KEY; older ones still open what they closed."""
    secrets = map(force_str, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
    keys = [sha256(f"signalen.koppeling|{secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


def seal(text: str) -> str:
    """As it stands in the database."""
    return _box().encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """As the partner gave it; '' when another site closed it (a backup put back elsewhere)."""
    try:
        return _box().decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken:
        return ""
