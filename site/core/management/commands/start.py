from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections
from django.utils.translation import gettext as _

from core.security.csp import ADMIN_PREFIX
from core.serving import prepare, supervise


class Command(BaseCommand):
    help = "Prepare the database and the static files, then serve the site: web and worker in one."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        prepare.check_port(settings.BIND)
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        self._step(_("Database bijwerken"), prepare.migrate)
        self._step(_("Bestanden voor de browser verzamelen"), prepare.collect_static)
        self._step(_("De lege stad vullen"), prepare.fill_empty_city)
        self._announce()
        connections.close_all()
        self._become_supervisor()

    def _step(self, name: str, step: Any) -> None:
        done = step()
        if done:
            self.stdout.write(f"{name}: {_('klaar')}")

    def _announce(self) -> None:
        """The addresses and, in the demo, with what to log in."""
        base = settings.WAGTAILADMIN_BASE_URL
        lines = [
            "",
            f"  {_('De site')}        {base}/",
            f"  {_('Het beheer')}     {base}{ADMIN_PREFIX}",
        ]
        if settings.MAIL_CAUGHT_DIR is not None:
            lines.append(f"  {_('Verzonden mail')} {base}{ADMIN_PREFIX}uitgaande-mail/")
        notes = prepare.demo_notes()
        if notes:
            lines += ["", notes]
        if not settings.DEMO and prepare.city_is_empty():
            lines += ["", _("De stad is nog leeg. Richt hem in met: maak_stad --naam …")]
        lines += ["", _("Stoppen: Ctrl-C"), ""]
        self.stdout.write("\n".join(lines))
        self.stdout.flush()

    def _become_supervisor(self) -> None:
        """Replace this process by the small one that watches web and worker."""
        sys.stderr.flush()
        argv = [sys.executable, "-P", supervise.__file__, json.dumps(self._commands())]
        os.execv(sys.executable, argv)  # noqa: S606

    def _commands(self) -> dict[str, list[str]]:
        config = Path(settings.ASSETS_DIR) / "gunicorn.conf.py"
        return {
            "web": [sys.executable, "-m", "gunicorn", "--config", str(config), "config.wsgi"],
            "worker": [sys.executable, sys.argv[0], "work"],
        }
