"""From a city to an archive and back, by hand as in the runbook, on databases of its own (R-37)."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.upgrade.make_fixture import manage
from tests.upgrade.test_upgrade import brought_along, empty_database

pytestmark = pytest.mark.databases

YES = "ja, vervang alles"
LOOK = """
from accounts.models import User
from core.search.results import search_pages
from wijkteams.models import Wijk
print(Wijk.objects.count(), User.objects.filter(email='joris@sluisdam.example').count())
print(search_pages('markt', 'nl').total)
user = User.objects.create_user('nieuw@sluisdam.example', 'x' * 20)
print(user.pk > User.objects.exclude(pk=user.pk).order_by('-pk')[0].pk)
"""


class Machine:
    """A folder and a database."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url

    def manage(self, *arguments: str | Path) -> str:
        """Run a command there."""
        return manage(*map(str, arguments), folder=str(self.folder), database_url=self.url)


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sleutel") / "sleutel"
    path.write_text(secrets.token_urlsafe(32))
    path.chmod(0o600)
    return path


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """The folder of a machine that burnt down: v0.1's city, an archive, and Joris erased since."""
    folder = tmp_path_factory.mktemp("hier")
    with brought_along("v0.1", folder, tmp_path_factory) as url:
        machine = Machine(folder, url)
        machine.manage("backup", folder / "kopie", "--sleutel", key, "--controleer")
        machine.manage("wis_persoon", "joris@sluisdam.example")
    [archive] = (folder / "kopie").glob("*.kopie")
    archive.rename(folder / "stad.kopie")
    return folder


@pytest.fixture
def machine(tmp_path: Path, lost: Path) -> Iterator[Machine]:
    """An empty machine with the old SECRET_KEY."""
    shutil.copy(lost / "demo-secret-key", tmp_path)
    with empty_database(tmp_path) as url:
        yield Machine(tmp_path, url)


def test_what_is_not_whole_or_not_ours_is_refused_untouched(
    machine: Machine, lost: Path, key: Path
) -> None:
    other, half = machine.folder / "andere", machine.folder / "half.kopie"
    other.write_text("x" * 30)
    other.chmod(0o600)
    half.write_bytes((lost / "stad.kopie").read_bytes()[:-100])

    for archive, own_key, says in [
        (lost / "stad.kopie", other, "past niet"),
        (half, key, "beschadigd"),
    ]:
        with pytest.raises(AssertionError, match=says):
            machine.manage("restore", archive, "--sleutel", own_key, "--zonder-vergeten")
    shutil.copy(lost / "stad.kopie", machine.folder)
    with pytest.raises(AssertionError, match="lijst van wie vergeten is"):
        machine.manage("restore", machine.folder / "stad.kopie", "--sleutel", key)

    assert not (machine.folder / "media").exists()
    told = machine.manage("restore", lost / "stad.kopie", "--sleutel", key, "--droog")
    assert "is heel" in told


def test_city_comes_back_but_who_was_erased_does_not(
    machine: Machine, lost: Path, key: Path
) -> None:
    restore = ["restore", lost / "stad.kopie", "--sleutel", key]

    told = machine.manage(*restore, "--vergeten", lost / "vergeten.jsonl")

    assert "gelijk aan de reservekopie" in told
    assert "Opnieuw vergeten: 1" in told
    people, hits, numbers = machine.manage("shell", "-v0", "-c", LOOK).splitlines()[-3:]
    assert people == "8 0"
    assert int(hits) > 0
    assert numbers == "True"

    with pytest.raises(AssertionError, match="Hier staat al een site"):
        machine.manage(*restore)
    told = machine.manage(*restore, "--vervang", YES)
    assert "gelijk aan de reservekopie" in told
