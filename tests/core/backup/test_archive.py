"""What stands in an archive, and how a difference of one letter shows."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.test import override_settings

from accounts.models import User
from core.backup import crypt, writing
from core.backup.keeping import new_archive, remove_old
from core.backup.problems import DamagedError, TooNewError, WrongKeyError
from core.backup.reading import opened, prove
from core.backup.tables import table_of, tally_of, travelling_models
from core.backup.writing import write_archive
from wijkteams.models import Wijk

KEY = b"een heel lange sleutel van de stad"


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Files of our own, and a cheap key."""
    monkeypatch.setattr(crypt, "SCRYPT_COST", 2)
    plain = "django.core.files.storage.FileSystemStorage"
    kept = {
        name: {"BACKEND": plain, "OPTIONS": {"location": tmp_path / name}}
        for name in ("default", "private", "staticfiles")
    }
    with override_settings(STORAGES=kept):
        yield


def archive(path: Path) -> Path:
    with path.open("wb") as target:
        write_archive(target, KEY, lambda text: None)
    return path


def tally(model: Any) -> dict[str, Any]:
    return tally_of(connection, table_of(model))  # type: ignore[arg-type]


def test_every_table_and_every_file_is_in_the_manifest(haven: Wijk, tmp_path: Path) -> None:
    storages["default"].save("images/foto.jpg", ContentFile(b"foto"))
    storages["private"].save("original_images/foto.jpg", ContentFile(b"heel"))
    storages["staticfiles"].save("site.css", ContentFile(b"css"))

    contents = prove(archive(tmp_path / "kopie"), KEY)

    tables = contents.manifest["tabellen"]
    assert set(tables) == {model._meta.db_table for model in travelling_models()}
    assert "django_content_type" in tables
    assert "wijkteams_wijk" in tables
    assert tables["wijkteams_wijk"]["rijen"] == Wijk.objects.count()
    files = contents.manifest["bestanden"]
    assert {kind: list(names) for kind, names in files.items()} == {
        "default": ["images/foto.jpg"],
        "private": ["original_images/foto.jpg"],
    }
    assert contents.head["database"] == connection.vendor
    assert ("wijkteams", "0001_initial") in contents.migrations


def test_one_changed_letter_is_another_hash(haven: Wijk) -> None:
    before = tally(Wijk)

    Wijk.objects.filter(pk=haven.pk).update(name="Havenkwartiet")
    changed = tally(Wijk)
    Wijk.objects.filter(pk=haven.pk).update(name=haven.name)

    assert changed["rijen"] == before["rijen"]
    assert changed["hash"] != before["hash"]
    assert tally(Wijk) == before


def test_the_order_of_rows_is_no_difference_and_a_double_row_is(haven: Wijk, sluis: Wijk) -> None:
    from core.backup.tables import Tally, read_rows

    table = table_of(Wijk)
    rows = list(read_rows(connection, table))  # type: ignore[arg-type]

    def hash_of(found: list[Any]) -> str:
        own = Tally(table)
        for row in found:
            own.add(row)
        return str(own.outcome()["hash"])

    assert hash_of(rows) == hash_of(rows[::-1])
    assert hash_of(rows) != hash_of([*rows, rows[0], rows[0]])


def test_archive_of_a_newer_version_is_refused(
    haven: Wijk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = writing.head

    def newer(*args: Any) -> dict[str, Any]:
        found = real(*args)
        return {**found, "migraties": [*found["migraties"], ("wijkteams", "0999_later")]}

    monkeypatch.setattr(writing, "head", newer)

    with pytest.raises(TooNewError, match="nieuwere versie"):
        prove(archive(tmp_path / "kopie"), KEY)


def test_wrong_key_and_cut_archive_are_refused(haven: Wijk, tmp_path: Path) -> None:
    path = archive(tmp_path / "kopie")

    with pytest.raises(WrongKeyError):
        prove(path, b"een andere lange sleutel dan die")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(DamagedError):
        prove(path, KEY)


def test_archive_whose_parts_do_not_match_its_manifest_is_refused(
    haven: Wijk, tmp_path: Path
) -> None:
    """Whoever has the key could take a file out: the manifest shows it."""
    storages["default"].save("images/foto.jpg", ContentFile(b"foto"))
    path, thin = archive(tmp_path / "kopie"), tmp_path / "dun"
    with opened(path, KEY) as tar, thin.open("wb") as target:
        sealed = crypt.EncryptingWriter(target, KEY)
        with tarfile.open(fileobj=sealed, mode="w|") as copy:  # type: ignore[call-overload]
            for member in tar:
                source = tar.extractfile(member)
                if source is not None and not member.name.endswith("foto.jpg"):
                    copy.addfile(member, io.BytesIO(source.read()))
        sealed.finish()

    with pytest.raises(DamagedError, match="inhoudsopgave"):
        prove(thin, KEY)


def test_nothing_of_a_person_can_be_read_in_the_archive(hub: Any, tmp_path: Path) -> None:
    User.objects.create_user("anna.bakker@sluisdam.example", "x" * 20)

    raw = archive(tmp_path / "kopie").read_bytes()

    assert b"anna.bakker" not in raw
    with opened(tmp_path / "kopie", KEY) as tar:
        names = [member.name for member in tar]
    assert json.dumps(names).count("accounts_user/") == 1


def test_archive_that_fails_half_way_leaves_no_file(tmp_path: Path) -> None:
    def fill_the_disk() -> None:
        with new_archive(tmp_path / "k") as target:
            target.write(b"half")
            raise OSError("schijf vol")

    with pytest.raises(OSError, match="vol"):
        fill_the_disk()

    assert list(tmp_path.iterdir()) == []


def test_only_own_old_archives_are_removed(tmp_path: Path) -> None:
    for day in (1, 2, 3):
        (tmp_path / f"wijkplein-2026110{day}T020000Z.kopie").touch()
    (tmp_path / "wijkplein-belangrijk.kopie").touch()
    (tmp_path / "vergeten.jsonl").touch()

    remove_old(tmp_path, keep=2)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "vergeten.jsonl",
        "wijkplein-20261102T020000Z.kopie",
        "wijkplein-20261103T020000Z.kopie",
        "wijkplein-belangrijk.kopie",
    ]
