"""Who was forgotten, kept outside the database: a backup from before knows them still.

No name and no address stands in it. A person is a keyed hash of the address, and the number of the
account if there was one; whoever has the list and not the site's SECRET_KEY learns nothing.
After a restore all addresses in the database are hashed and compared.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac

from core.backup.tables import read_rows, table_of, travelling_models
from core.privacy.person import Person

# An erasure that was under way when the backup began may be told a moment before it.
MARGIN = timedelta(hours=1)
ADDRESS = re.compile(r"[^\s\"'<>()\[\]{},;:|\\/=&?]+@[^\s\"'<>()\[\]{},;:|\\/=&?]+")

Entry = dict[str, Any]


def _hash(text: str) -> str:
    return salted_hmac("core.privacy.forgotten", text, algorithm="sha256").hexdigest()


def _heading() -> Entry:
    """Tells later whether the list was made with the key that the site has then."""
    return {"sleutel": _hash("Wijkplein")}


def remember(person: Person) -> None:
    """Put a person on all lists, before the erasing begins: it may be killed half-way."""
    account = person.user_id
    entry = {
        "wanneer": timezone.now().isoformat(),
        "wie": _hash(person.email),
        "account": account,
    }
    for path in settings.FORGOTTEN_LISTS:
        make_list(path)
        _append(path, entry)


def make_list(path: Path) -> None:
    """An empty list, unless there is one: a list that is not there counts as lost."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _append(path, _heading())


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else writes this list meanwhile, in whatever process."""
    with open(path.with_name(f"{path.name}.slot"), "w", opener=_private) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _append(path: Path, entry: Entry) -> None:
    with locked(path), open(path, "a", opener=_private) as target:
        target.write(json.dumps(entry) + "\n")
        target.flush()
        os.fsync(target.fileno())


def read_lists(paths: Iterable[Path]) -> list[Entry]:
    """The entries of those lists that are there. ValueError: a list of another SECRET_KEY."""
    entries: dict[str, Entry] = {}
    for path in paths:
        for line in path.read_text().splitlines() if path.exists() else []:
            entry = json.loads(line)
            if "sleutel" in entry and entry != _heading():
                raise ValueError(str(path))
            if "wie" in entry:
                entries[line] = entry
    return list(entries.values())


def forget_again(entries: list[Entry], *, since: str) -> int:
    """Erase whoever was forgotten after that moment and stands in the database again."""
    from core.privacy.engine import erase_person

    begin = datetime.fromisoformat(since) - MARGIN
    asked = [entry for entry in entries if datetime.fromisoformat(entry["wanneer"]) >= begin]
    hashes = {entry["wie"] for entry in asked}
    found = {address for address in addresses() if _hash(address) in hashes} if hashes else set()
    numbers = [entry["account"] for entry in asked if entry["account"] is not None]
    users = get_user_model().objects.filter(pk__in=numbers)
    found |= set(users.values_list("email", flat=True))
    for address in sorted(found):
        erase_person(address)
    return len(found)


def addresses() -> set[str]:
    """Every e-mail address in any text of the database."""
    return {address.strip(".").lower() for text in _texts() for address in ADDRESS.findall(text)}


def _texts() -> Iterator[str]:
    """Every text as it is stored: in revisions and queues too."""
    for model in travelling_models():
        for row in read_rows(connection, table_of(model)):
            for value in row:
                if isinstance(value, str) and ("@" in value or "%40" in value):
                    yield unquote(value) if "%40" in value else value
