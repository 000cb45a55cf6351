"""An archive from before a migration is put back in its own form, and brought to today (R-37)."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

import pytest

from accounts.models import Apparaat
from core.backup import writing
from core.backup.writing import write_archive
from tests.upgrade.make_fixture import manage
from tests.upgrade.test_upgrade import empty_database
from wijkteams.models import Wijk

LATER = ("accounts", "0002_log_in_safely")
LOOK = """
from accounts.models import Apparaat
from wijkteams.models import Wijk
print(Apparaat.objects.count(), *Wijk.objects.values_list('name', flat=True))
"""


def test_older_archive_is_brought_to_today(
    haven: Wijk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made as if the list of devices was not thought of yet."""
    real_head, real_models = writing.head, writing.travelling_models

    def older(*args: Any) -> dict[str, Any]:
        found = real_head(*args)
        kept = [
            (app, name) for app, name in found["migraties"] if app != LATER[0] or name < LATER[1]
        ]
        return {**found, "migraties": kept}

    monkeypatch.setattr(writing, "head", older)
    monkeypatch.setattr(
        writing,
        "travelling_models",
        lambda: [model for model in real_models() if model is not Apparaat],
    )
    key = secrets.token_urlsafe(32)
    (tmp_path / "sleutel").write_text(key)
    (tmp_path / "sleutel").chmod(0o600)
    with (tmp_path / "oud.kopie").open("wb") as target:
        write_archive(target, key.encode(), lambda text: None)

    with empty_database(tmp_path) as url:
        run = {"folder": str(tmp_path), "database_url": url}
        archive, with_key = str(tmp_path / "oud.kopie"), ["--sleutel", str(tmp_path / "sleutel")]
        told = manage("restore", archive, *with_key, "--zonder-vergeten", **run)
        found = manage("shell", "-v0", "-c", LOOK, **run).splitlines()[-1]

    assert "gelijk aan de reservekopie" in told
    assert found == "0 Havenkwartier"
