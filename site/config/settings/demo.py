"""`make run`: a city on one's own machine. http, local address only, no secrets, mail caught.

Production refuses what this allows.
"""

from __future__ import annotations

from django.core.management.utils import get_random_secret_key

from .base import *
from .environment import VAR_DIR, env


def _own_secret_key() -> str:
    """A key made at the first start and kept in VAR_DIR: sessions survive a restart."""
    path = VAR_DIR / "demo-secret-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(get_random_secret_key())
        path.chmod(0o600)
    return path.read_text()


DEMO = True
SECRET_KEY = _own_secret_key()
PORT = env.int("PORT", default=8000)
BIND = f"127.0.0.1:{PORT}"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{PORT}"
MAIL_CAUGHT_DIR = VAR_DIR / "post"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = MAIL_CAUGHT_DIR
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
