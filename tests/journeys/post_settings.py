"""The demo's settings, but mail goes over the line: to the mail server of the story."""

from __future__ import annotations

import os

from config.settings.demo import *  # noqa: F403

MAIL_CAUGHT_DIR = None
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["POST_PORT"])
DEFAULT_FROM_EMAIL = "Sluisdam <post@sluisdam.example>"
BOUNCE_ADDRESS = "retour@sluisdam.example"
