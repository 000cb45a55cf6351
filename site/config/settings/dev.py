"""For who works on the code: DEBUG on, mail on the console."""

from __future__ import annotations

from .base import *
from .base import STORAGES, env

DEBUG = True
SECRET_KEY = env("SECRET_KEY", default="only-for-development-never-in-production-0123456789")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
