"""What we are compared with, made on the fly: a trivial Django view, a blank Wagtail site.

Both run with our own gunicorn.conf.py, copied: beside this checkout its `home` would be ours.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.bench.processes import ROOT, Server, free_port
from tests.bench.sites import Database, clean_env

TRIVIAL = """
import os
from pathlib import Path
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path
DEBUG = False
SECRET_KEY = "bench"
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "trivial"
BIND, WEB_WORKERS = os.environ["BIND"], 2
PAGES = {file.stem: file.read_bytes() for file in Path("pages").iterdir()}
def view(request, name):
    return HttpResponse(PAGES[name])
urlpatterns = [path("<name>/", view)]
"""
WSGI = "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n"
LOCAL = """
import json, os
SECRET_KEY = "bench-0123456789"
ALLOWED_HOSTS = ["*"]
BIND, WEB_WORKERS = os.environ["BIND"], 2
if os.environ.get("BENCH_DATABASE"):
    DATABASES = {"default": json.loads(os.environ["BENCH_DATABASE"])}
"""


def _gunicorn(folder: Path, wsgi: str, settings: str, **more: str) -> Server:
    """A server with the options that `start` gives ours."""
    shutil.copy(ROOT / "gunicorn.conf.py", folder / "bench.conf.py")
    port = free_port()
    env = clean_env(
        DJANGO_SETTINGS_MODULE=settings, PYTHONPATH=str(folder), BIND=f"127.0.0.1:{port}", **more
    )
    command = [sys.executable, "-m", "gunicorn", "--config", "bench.conf.py", wsgi]
    server = Server(command, port=port, log=folder.with_suffix(".log"), env=env, folder=folder)
    return server.wait()


def trivial(room: Path, pages: dict[str, bytes]) -> Server:
    """Django with one view and no middleware, that sends these bytes at /<name>/."""
    folder = room / "trivial"
    (folder / "pages").mkdir(parents=True)
    for name, body in pages.items():
        (folder / "pages" / f"{name}.html").write_bytes(body)
    (folder / "trivial.py").write_text(TRIVIAL)
    (folder / "trivial_wsgi.py").write_text(WSGI)
    return _gunicorn(folder, "trivial_wsgi", "trivial")


def blank(room: Path, database: Database) -> Server:
    """The site that `wagtail start` makes, with the settings it has for production."""
    name = f"blank_{database.vendor}"
    folder = room / name
    folder.mkdir()
    wagtail = Path(sys.executable).with_name("wagtail")
    subprocess.run([wagtail, "start", "blank", folder], env=clean_env(), check=True,
                   capture_output=True)  # fmt: skip
    (folder / "blank/settings/local.py").write_text(LOCAL)
    settings = "blank.settings.production"
    more = {"BENCH_DATABASE": _as_setting(database.make(name, folder)) if database.server else ""}
    env = clean_env(DJANGO_SETTINGS_MODULE=settings, BIND="", **more)
    for command in (["migrate", "-v0"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=folder, env=env, check=True,
            capture_output=True,
        )  # fmt: skip
    return _gunicorn(folder, "blank.wsgi", settings, **more)


def _as_setting(url: str) -> str:
    """A PostgreSQL address as Django's setting; connections stay open, as ours do in the pool."""
    parts = urlsplit(url)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return json.dumps(
        {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path.strip("/"),
            "USER": parts.username or "",
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or unquote(query.get("host", "")),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 500,
        }
    )
