"""Make the cities."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from core.search.counting import count_all
from nieuws.models import NieuwsPage
from tests.bench.inside.measuring import manager
from tests.builders.city import build_city
from tests.factories import lid
from tests.scale.pages import addresses
from wijkteams.models import Wijk
from wijkteams.roles import Rol

EDITOR = "joris@bench.example"


def facts() -> dict[str, Any]:
    """What the report must know of the settings."""
    return {"debug": settings.DEBUG, "vendor": connection.vendor, "server": _version()}


def _version() -> str:
    with connection.cursor() as cursor:
        sqlite = connection.vendor == "sqlite"
        cursor.execute("SELECT sqlite_version()" if sqlite else "SHOW server_version")
        return str(cursor.fetchone()[0])


def build(wards: int, news: int, large_ward: int, index: bool) -> dict[str, Any]:
    """One ward with many pages, the wards, the pages, an editor."""
    if large_ward:
        build_city(wards=1, news=large_ward, images=0, seed=2)
    city = build_city(wards=wards, news=news)
    if index:
        call_command("update_index", verbosity=0)
        count_all()
    manager()
    if not User.objects.filter(email=EDITOR).exists():
        lid(EDITOR, Rol.REDACTEUR, ordinary_ward())
    _tidy()
    return {"pages": city.pages + large_ward, "seconds": city.seconds}


def ordinary_ward() -> Wijk:
    """A ward like all others, in a city of any size: the last; the large one came first."""
    return Wijk.objects.order_by("-pk")[0]


def _tidy() -> None:
    """What the database does by itself in a quiet hour must not happen while we measure."""
    connection.close()
    connection.set_autocommit(True)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("ANALYZE")
        else:
            cursor.execute("VACUUM ANALYZE")


def places() -> dict[str, str]:
    """One address of each kind of page."""
    city: Any = SimpleNamespace(wards=[ordinary_ward()])
    return addresses(city)


def item() -> dict[str, str]:
    """The newest item with a picture."""
    pages = NieuwsPage.objects.live().filter(locale__language_code="nl", image__isnull=False)
    return {"path": pages.order_by("-date", "-pk")[0].url}


JOBS = {"facts": facts, "build": build, "places": places, "item": item}
