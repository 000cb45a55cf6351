"""The list of all packages that the site is made of, from the lock (CycloneDX 1.5, JSON).

    make sbom

Tools that know of leaks read it, also on another machine: the daily question is theirs.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def components(lock: str) -> list[dict[str, Any]]:
    """One entry per package of the lock, with the hashes of its files."""
    found = list(PACKAGE.finditer(lock))
    ends = [match.start() for match in found[1:]] + [len(lock)]
    return [
        {
            "type": "library",
            "name": match[1],
            "version": match[2],
            "purl": f"pkg:pypi/{match[1].lower()}@{match[2]}",
            "hashes": [
                {"alg": "SHA-256", "content": digest}
                for digest in HASH.findall(lock[match.start() : end])
            ],
        }
        for match, end in zip(found, ends, strict=True)
    ]


def sbom() -> dict[str, Any]:
    """The whole document."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    own = {"type": "application", "name": project["name"], "version": project["version"]}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": own},
        "components": components((ROOT / "requirements.txt").read_text()),
    }


if __name__ == "__main__":
    print(json.dumps(sbom(), indent=1))
