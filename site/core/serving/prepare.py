"""What must be ready before the site can be served. Each step does nothing when it is done."""

from __future__ import annotations

import hashlib
import socket
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.pictures.tasks import make_missing
from core.tree import HUB_DEPTH

BASE = "[adres]"


def check_port(bind: str) -> None:
    """Say in plain words that another program has the port, before anything else is done."""
    host, _colon, port = bind.rpartition(":")
    if not host or not port.isdigit():
        return  # a socket file or a form that only gunicorn knows
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as error:
            raise CommandError(
                _(
                    "Poort %(port)s is bezet. Stop het andere programma, "
                    "of kies een andere poort, bijvoorbeeld: make run PORT=%(other)d"
                )
                % {"port": port, "other": int(port) + 1}
            ) from error


def unapplied_migrations() -> bool:
    """Whether the database is older than the code."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> bool:
    """Bring the database up to date; say whether there was something to do."""
    if not unapplied_migrations():
        return False
    call_command("migrate", interactive=False, verbosity=0)
    return True


def static_fingerprint() -> str:
    """A hash that changes when any of the files to collect does."""
    digest = hashlib.sha256(settings.VERSION.encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}:{stat.st_size}:{stat.st_mtime_ns};".encode())
    return digest.hexdigest()


def collect_static() -> bool:
    """Collect and compress the static files if they changed; say whether they did."""
    stamp = Path(settings.VAR_DIR) / "static.stamp"
    fingerprint = static_fingerprint()
    if Path(settings.STATIC_ROOT).is_dir() and stamp.exists():
        if stamp.read_text() == fingerprint:
            return False
        stamp.unlink()
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(fingerprint)
    return True


def city_is_empty() -> bool:
    """Whether nothing stands under the hub yet."""
    return not Page.objects.filter(depth__gt=HUB_DEPTH).exists()


def fill_empty_city() -> bool:
    """Give an empty demo its city; a real city is set up by its people, with maak_stad."""
    if not settings.DEMO or not city_is_empty() or "laad_demo" not in get_commands():
        return False
    output = StringIO()
    call_command("laad_demo", stdout=output)
    base = settings.WAGTAILADMIN_BASE_URL
    _demo_notes().write_text(output.getvalue().replace(base, BASE))
    # The worker does this when the site runs: whoever waits for the first start does not.
    make_missing.enqueue()
    return True


def _demo_notes() -> Path:
    return Path(settings.VAR_DIR) / "demo.txt"


def demo_notes() -> str:
    """What laad_demo told at the first start, such as the log-ins; the port may have changed."""
    if not settings.DEMO or not _demo_notes().exists():
        return ""
    return _demo_notes().read_text().replace(BASE, settings.WAGTAILADMIN_BASE_URL).strip("\n")
