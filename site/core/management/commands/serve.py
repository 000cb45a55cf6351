"""The web server alone, for machines on which systemd watches web and worker apart."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from core.serving import prepare


class Command(BaseCommand):
    """Becomes gunicorn. Prepares nothing: `start` does, and so does whoever brings an update."""

    help = "Start alleen de webserver, zonder worker."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        prepare.check_port(settings.BIND)
        connections.close_all()
        config = Path(settings.ASSETS_DIR) / "gunicorn.conf.py"
        command = [sys.executable, "-m", "gunicorn", "--config", str(config), "config.wsgi"]
        os.execv(sys.executable, command)  # noqa: S606
