"""The tests' settings for a process that only works on the folder of a test."""

from __future__ import annotations

from pathlib import Path

from config.settings.environment import env
from config.settings.test import *

PAGE_CACHE, PAGE_CACHE_DIR = True, Path(env("FOLDER_OF_THE_TEST"))
