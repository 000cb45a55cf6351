"""For the tests: fast hashing, tasks at once, files in a folder that pytest makes."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *
from .files import STORAGES

SECRET_KEY = "only-for-tests-0123456789-0123456789-0123456789-0123456789"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
VAR_DIR = Path(tempfile.mkdtemp(prefix="wijkplein-test-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)
MEDIA_ROOT = VAR_DIR / "media"
PAGE_CACHE_DIR = VAR_DIR / "pages"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir()
FORGOTTEN_LISTS = [VAR_DIR / "vergeten.jsonl"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES["private"]["OPTIONS"] = {"location": str(VAR_DIR / "private")}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WAGTAILADMIN_BASE_URL = "http://testserver"
