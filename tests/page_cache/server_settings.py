"""The tests' settings for a web server in a process of its own, on the database of the test."""

from __future__ import annotations

import json
from pathlib import Path

from config.settings.environment import env
from config.settings.test import *
from config.settings.test import DATABASES, STORAGES

_told = json.loads(env("OF_THE_TEST"))
DATABASES["default"].update(_told["database"])
VAR_DIR, MEDIA_ROOT = Path(_told["var_dir"]), Path(_told["media_root"])
STORAGES["private"]["OPTIONS"] = {"location": _told["private"]}
PAGE_CACHE, PAGE_CACHE_DIR = True, Path(_told["page_cache_dir"])
WAGTAILADMIN_BASE_URL = _told["base_url"]
BIND = WAGTAILADMIN_BASE_URL.removeprefix("http://")
CACHES = _told["caches"]
