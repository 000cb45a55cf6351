"""Whose answers these are: of this code, with these settings, since the machine started.

Another release may show something else at every address; after a power cut a file may be half.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import django
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.signals import setting_changed

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
SHOWN = frozenset([".py", ".html", ".mo", ".json", ".toml", ".svg"])
# An object without a text of its own shows where it stands in memory: another place each time.
PLACE_IN_MEMORY = re.compile(r" at 0x[0-9a-f]+")


@lru_cache(maxsize=1)
def build() -> str:
    """A mark of the code, the settings and the start of the machine."""
    digest = blake2b(digest_size=8)
    for text in (*_settings(), *_files(), _booted(), django.__version__, wagtail.__version__):
        digest.update(f"{text}\n".encode())
    return digest.hexdigest()


def _settings() -> list[str]:
    known: Any = settings
    names = sorted(name for name in dir(known) if name.isupper())
    return [f"{name}={_text(getattr(known, name))}" for name in names]


def _text(value: Any) -> str:
    """The same in each process: a set has no order of its own."""
    if isinstance(value, dict):
        return str({name: _text(part) for name, part in value.items()})
    if isinstance(value, list | tuple):
        return str([_text(part) for part in value])
    if isinstance(value, set | frozenset):
        return str(sorted(_text(part) for part in value))
    return PLACE_IN_MEMORY.sub("", repr(value))


def _files() -> list[str]:
    """Size and time of what makes pages: our own code, texts and templates, and static files."""
    folders = {Path(app.path) for app in apps.get_app_configs() if _is_ours(app.path)}
    known: Any = settings
    places = [*known.TEMPLATES[0]["DIRS"], *known.LOCALE_PATHS]
    folders |= {Path(place) for place in places}
    found = sorted(file for folder in folders for file in folder.rglob("*"))
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    shown = [file for file in [*found, manifest] if file.suffix in SHOWN and file.is_file()]
    return [f"{file}:{(s := file.stat()).st_size}:{s.st_mtime_ns}" for file in shown]


def _is_ours(path: str) -> bool:
    return not any(part in path for part in ("/django/", "/wagtail", "/allauth"))


def _booted() -> str:
    return BOOT_ID.read_text() if BOOT_ID.exists() else ""


def _forget(**kwargs: object) -> None:
    """Tests change settings."""
    build.cache_clear()


setting_changed.connect(_forget, dispatch_uid="core.page_cache.build")
