"""Each night it is looked whether rows and files belong together (R-32)."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from core.backup.integrity import look
from core.scheduler import tasks
from tests.factories.media import photo
from wijkteams.models import Image, Wijk


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Iterator[Path]:
    """Storages of our own."""
    plain = "django.core.files.storage.FileSystemStorage"
    kept = {
        name: {"BACKEND": plain, "OPTIONS": {"location": tmp_path / name}}
        for name in ("default", "private", "staticfiles")
    }
    with override_settings(STORAGES=kept):
        yield tmp_path


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("controleer_bestanden", "--ouder-dan", "0", *arguments, stdout=out)
    return out.getvalue()


def make_old(path: Path) -> None:
    long_ago = time.time() - 2 * 24 * 3600
    os.utime(path, (long_ago, long_ago))


def test_picture_with_its_row_is_well(haven: Wijk, folder: Path) -> None:
    photo(haven)
    photo(haven).get_rendition("width-100")

    assert look(older_than=timezone.now() + timedelta(minutes=1)).orphans == []
    assert "0 losse bestanden, 0 ontbrekende." in told()


def test_file_without_a_row_is_told_and_removed_only_when_asked(haven: Wijk, folder: Path) -> None:
    storages["private"].save("originals/los.jpg", ContentFile(b"foto"))
    storages["private"].save("originals/kapot.jpg.half", ContentFile(b"fo"))

    assert "los.jpg" in told()
    assert (folder / "private/originals/los.jpg").exists()
    told("--opruimen")

    assert list((folder / "private/originals").iterdir()) == []


def test_row_without_its_file_is_an_error(haven: Wijk, folder: Path) -> None:
    image = photo(haven)
    image.file.storage.delete(image.file.name)

    with pytest.raises(SystemExit):
        told()
    with pytest.raises(FileNotFoundError, match="1 rows"):
        tasks.check_files.call()
    assert Image.objects.filter(pk=image.pk).exists()


def test_nightly_round_leaves_what_was_stored_today(haven: Wijk, folder: Path) -> None:
    for name in ("nieuw.jpg", "oud.jpg"):
        storages["private"].save(name, ContentFile(b"foto"))
    make_old(folder / "private/oud.jpg")

    tasks.check_files.call()

    assert [path.name for path in (folder / "private").iterdir()] == ["nieuw.jpg"]
