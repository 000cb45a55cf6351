"""Keeping an answer: all of it or nothing, and never what was begun before a drop."""

from __future__ import annotations

import gzip
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from typing import NamedTuple

from core.page_cache.address import Address
from core.page_cache.build import build
from core.page_cache.day import FILE_MODE, day_folder, hour_of, make_folder, root, sharded, today
from core.page_cache.generation import State, locked, read_state
from core.page_cache.headers import Headers, kind_of, variant_of
from core.page_cache.record import Kept
from core.page_cache.room import count, make_room
from core.page_cache.taking import SOON, Place, take_ended, web_names
from core.page_cache.trouble import is_well, tell

GZIP_LEVEL = 6
NANO = 1_000_000_000
ENDINGS = (".gz", "")
PATIENCE = 0.3  # seconds: somebody waits for this page, and it is made already


class Made(NamedTuple):
    """An answer that was made just now, and what it depends on."""

    address: Address
    headers: Headers
    body: bytes
    keys: frozenset[str]
    until: float
    began: State | None


def keep(made: Made) -> Kept | None:
    """Keep an answer; None when it may not be, or cannot."""
    if made.began is None or made.began.build != build():
        return None
    gzipped = gzip.compress(made.body, GZIP_LEVEL, mtime=0)
    now = int(time.time())
    place = place_of(made)
    kept = Kept(int(made.until), now, made.headers, place.web, made.body, gzipped)
    if kept.until <= now:
        return None
    try:
        with _half_files(place, kept) as half, locked(PATIENCE):
            if not _still_right(made.began, now) or _is_there(made.address):
                return None
            make_room()
            _put(made, place, kept, half)
            count(kept)
    except OSError as error:
        tell("keep an answer", error)
        return None
    is_well("keep an answer")
    return kept


def _still_right(began: State, now: int) -> bool:
    """Nothing was dropped since; nor in this second, so that no two versions share an ETag."""
    return read_state() == began and now > int(began.number) // NANO


def _is_there(address: Address) -> bool:
    """Another was first; what has ended makes way, whatever its files were called."""
    path = f"{day_folder()}/answers/{sharded(address.key)}"
    if not os.path.exists(path):
        return False
    take_ended()
    return os.path.exists(path)


def place_of(made: Made) -> Place:
    """Where the files of an answer stand; none for nginx when it would send other headers."""
    address, key = made.address, sharded(made.address.key)
    secure = address.site.startswith("https-")
    variant = variant_of(made.headers, address.path, secure=secure)
    kind = kind_of(address.path)
    early = int(made.until) < int(today().ends)
    if variant is None or kind is None or not address.fits_in_names or (early and variant != "0"):
        return Place(key, "")
    return Place(key, f"{SOON * early}{address.site}{address.path},{variant}.{kind.name}")


@contextmanager
def _half_files(place: Place, kept: Kept) -> Iterator[dict[str, str]]:
    """The files under names that nobody asks for. What is left of them at the end goes."""
    folder = f"{root()}/half"
    make_folder(folder)
    half: dict[str, str] = {}
    texts = {f"answers/{place.answer}": kept.to_bytes()}
    if place.web:
        # nginx looks for the plain one first: that makes the page be there, so it comes last.
        texts[".gz"], texts[""] = kept.gzipped, kept.body
    try:
        for name, text in texts.items():
            half[name] = _write(folder, text, kept.made)
        yield half
    finally:
        for path in half.values():
            with suppress(FileNotFoundError):
                os.unlink(path)


def _write(folder: str, text: bytes, moment: int) -> str:
    file, path = tempfile.mkstemp(dir=folder)
    try:
        os.fchmod(file, FILE_MODE)
        left = memoryview(text)
        while left:
            left = left[os.write(file, left) :]
        os.utime(file, (moment, moment))
    except OSError:
        os.unlink(path)
        raise
    finally:
        os.close(file)
    return path


def _put(made: Made, place: Place, kept: Kept, half: dict[str, str]) -> None:
    """The way back to the answer first: whoever drops a key must find what shows it."""
    day = day_folder()
    for tag in _tags(made.keys, made.address):
        _link(place, f"{day}/{tag}")
    if kept.until < int(today().ends):
        _link(place, f"{day}/early/{kept.until:012d}-{made.address.key}")
    hours = range(hour_of(time.time()), hour_of(kept.until))
    for name, path in half.items():
        of_web = [f"{target}{name}" for target in web_names(place.web, hours)]
        for target in of_web if name in ENDINGS else [name]:
            _place(path, f"{day}/{target}", again=place.web.startswith(SOON))


def _place(path: str, target: str, *, again: bool) -> None:
    """In one step; what stands in several hours is one file under several names."""
    make_folder(os.path.dirname(target))
    if again:
        os.link(path, f"{path}.nog")
        path = f"{path}.nog"
    os.rename(path, target)


def _tags(keys: Iterable[str], address: Address) -> Iterator[str]:
    for key in keys:
        yield f"tags/{sharded(hash_of(key))}/{address.key}"


def hash_of(key: str) -> str:
    """The name of a key."""
    return blake2b(key.encode(), digest_size=12).hexdigest()


def _link(place: Place, path: str) -> None:
    """A link that leads nowhere: its text says which answer it is about, in one step."""
    make_folder(os.path.dirname(path))
    try:
        os.symlink(place.text, path)
    except FileExistsError:  # of an earlier version, that may have had other files
        os.unlink(path)
        os.symlink(place.text, path)
