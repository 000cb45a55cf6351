"""The committed example of nginx' configuration is what the command makes of example settings."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from django.test import override_settings

from core.page_cache.nginx import configuration

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/beheer/nginx.conf"
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "alleen-voor-het-voorbeeld-0123456789-0123456789-0123456789",
    "ALLOWED_HOSTS": "wijken.stad.nl",
    "BASE_URL": "https://wijken.stad.nl",
    "DEFAULT_FROM_EMAIL": "Wijkplein <post@wijken.stad.nl>",
    "EMAIL_URL": "smtp://localhost:25",
    "BEHIND_PROXY": "true",
    "PAGE_CACHE_DIR": "/var/cache/wijkplein",
}


def made() -> str:
    """The output of the command, with nothing of this machine in it."""
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    env = {**known, **SETTINGS, "PYTHONPATH": f"{ROOT / 'site'}{os.pathsep}{ROOT}"}
    command = [sys.executable, "manage.py", "nginx_conf"]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return done.stdout


def test_example_is_what_the_command_makes() -> None:
    assert EXAMPLE.read_text() == made(), (
        "python -m tests.page_cache.test_nginx_conf > docs/beheer/nginx.conf"
    )


def test_another_header_is_another_folder() -> None:
    """An old configuration then finds nothing, and the site answers with the new header."""
    with override_settings(X_FRAME_OPTIONS="DENY"):
        before = configuration(listen="127.0.0.1:80")
    with override_settings(X_FRAME_OPTIONS="SAMEORIGIN"):
        after = configuration(listen="127.0.0.1:80")

    folders = [set(re.findall(r"root (\S+/h-\w+);", text)) for text in (before, after)]
    assert [len(found) for found in folders] == [1, 1]
    assert folders[0] != folders[1]


def test_all_names_of_the_site_are_known_and_no_pattern() -> None:
    with override_settings(ALLOWED_HOSTS=["Wijken.stad.nl", "www.stad.nl", ".stad.nl"]):
        text = configuration(listen="127.0.0.1:80")

    assert '"wijken.stad.nl" "http-wijken.stad.nl";' in text
    assert '"www.stad.nl" "http-www.stad.nl";' in text
    assert '".stad.nl"' not in text


if __name__ == "__main__":
    sys.stdout.write(made())
