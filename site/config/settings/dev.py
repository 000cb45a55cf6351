"""For who works on the code: DEBUG on, mail caught in a folder."""

from __future__ import annotations

from .base import *
from .environment import VAR_DIR, env
from .files import STORAGES

DEBUG = True
SECRET_KEY = env("SECRET_KEY", default="only-for-development-never-in-production-0123456789")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
MAIL_CAUGHT_DIR = VAR_DIR / "post"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = MAIL_CAUGHT_DIR
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
