"""How allauth keeps second factors here: secrets encrypted, words ours."""

from __future__ import annotations

import base64
from hashlib import sha256
from typing import Any

from allauth.account.internal.userkit import user_email
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_str
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from core.models import StadInstellingen


def _box() -> MultiFernet:
    """A key of its own, made of SECRET_KEY; older ones still open what they closed."""
    secrets = map(force_str, [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])
    keys = [sha256(f"accounts.second_factor|{secret}".encode()).digest() for secret in secrets]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])


class SecondFactorAdapter(DefaultMFAAdapter):
    """The secret of the app is encrypted; recovery codes are hashed (see recovery.py)."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Deze code klopt niet. Kijk of hij nog nieuw is, en typ hem over."),
    }

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return self._get_site_name()

    def _get_site_name(self) -> str:
        site = Site.objects.get(is_default_site=True)
        return str(StadInstellingen.for_site(site).site_naam)

    def get_totp_label(self, user: Any) -> str:
        return str(user_email(user))

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Ours go out by accounts.mails, from the views."""
