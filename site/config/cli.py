"""The command `wijkplein` of an installed wheel: Django's commands with production settings."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run a management command; DJANGO_SETTINGS_MODULE defaults to production."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
