"""The list of what the site is made of holds every package of the lock, with its hashes (R-43)."""

from __future__ import annotations

from pathlib import Path

from tests.sbom import sbom

LOCK = Path(__file__).resolve().parents[1] / "requirements.txt"


def test_every_locked_package_is_listed_with_a_hash() -> None:
    found = sbom()["components"]

    lines = [line for line in LOCK.read_text().splitlines() if line[:1].isalnum()]
    assert len(found) == len(lines) > 50
    assert {"django", "wagtail", "cryptography"} <= {entry["name"] for entry in found}
    assert all(entry["hashes"] for entry in found)


def test_every_line_of_both_locks_has_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = LOCK.with_name(name).read_text()
        packages = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in packages), name
