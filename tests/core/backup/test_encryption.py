"""The cover of an archive: nothing in it can be read, changed, cut off or swapped (R-37)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.test import override_settings

from core.backup import crypt, keys
from core.backup.crypt import HEAD_BYTES, PIECE, TAG_BYTES, DecryptingReader, EncryptingWriter
from core.backup.problems import BackupError, DamagedError, WrongKeyError

KEY = b"een heel lange sleutel van de stad"
SEALED = PIECE + TAG_BYTES


@pytest.fixture(autouse=True)
def _cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Making a key slow to guess has no place in a test that makes hundreds."""
    monkeypatch.setattr(crypt, "SCRYPT_COST", 2)


def locked(data: bytes) -> bytes:
    target = io.BytesIO()
    writer = EncryptingWriter(target, KEY)
    for start in range(0, len(data), 7919):
        writer.write(data[start : start + 7919])
    writer.finish()
    return target.getvalue()


def unlocked(sealed: bytes, key: bytes = KEY) -> bytes:
    return DecryptingReader(io.BytesIO(sealed), key).read()


def data_of(size: int) -> bytes:
    return (b"Anna Bakker, anna@sluisdam.example; " * (size // 36 + 1))[:size]


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5])
def test_what_was_locked_comes_back(size: int) -> None:
    sealed = locked(data_of(size))

    assert unlocked(sealed) == data_of(size)
    assert b"sluisdam" not in sealed


def test_the_same_city_twice_gives_two_different_archives() -> None:
    assert locked(b"stad")[HEAD_BYTES:] != locked(b"stad")[HEAD_BYTES:]


def test_another_key_is_told_as_that() -> None:
    with pytest.raises(WrongKeyError):
        unlocked(locked(b"stad"), b"een andere lange sleutel dan die")


def test_any_other_file_is_told_as_that() -> None:
    for other in (b"", b"PK\x03\x04" * 100, crypt.MAGIC):
        with pytest.raises(DamagedError):
            unlocked(other)


def test_no_byte_can_be_changed() -> None:
    sealed = locked(data_of(2 * PIECE + 100))
    for place in range(0, len(sealed), 997):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises((DamagedError, WrongKeyError)):
            unlocked(bytes(changed))


def test_nothing_can_be_cut_off_or_added() -> None:
    sealed = locked(data_of(3 * PIECE))
    lengths = [HEAD_BYTES + piece * SEALED + extra for piece in (0, 1, 2) for extra in (0, 1, 16)]
    for length in [*lengths, len(sealed) - 1]:
        with pytest.raises(DamagedError):
            unlocked(sealed[:length])
    with pytest.raises(DamagedError):
        unlocked(sealed + b"\0")


def test_pieces_cannot_change_places() -> None:
    sealed = locked(data_of(3 * PIECE))
    head, first, second, rest = (
        sealed[:HEAD_BYTES],
        sealed[HEAD_BYTES : HEAD_BYTES + SEALED],
        sealed[HEAD_BYTES + SEALED : HEAD_BYTES + 2 * SEALED],
        sealed[HEAD_BYTES + 2 * SEALED :],
    )

    with pytest.raises(DamagedError):
        unlocked(head + second + first + rest)


def test_it_is_the_mark_of_the_last_piece_that_shows_a_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: without that mark an archive cut off between two pieces would pass."""
    monkeypatch.setattr(crypt, "_nonce", lambda number, *, last: number.to_bytes(12, "big"))
    sealed = locked(data_of(3 * PIECE))

    assert unlocked(sealed[: HEAD_BYTES + SEALED]) == data_of(PIECE)


def test_key_file_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sleutel"
    path.write_bytes(KEY + b"\n")
    path.chmod(0o644)
    with pytest.raises(BackupError, match="chmod"):
        keys.read_key(str(path))

    path.chmod(0o640)
    assert keys.read_key(str(path)) == KEY
    with override_settings(BACKUP_KEY_FILE=str(path)):
        assert keys.read_key(None) == KEY


def test_short_or_missing_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sleutel"
    with pytest.raises(BackupError, match="niet te lezen"):
        keys.read_key(str(path))

    path.write_bytes(b"welkom123")
    path.chmod(0o600)
    with pytest.raises(BackupError, match="te kort"):
        keys.read_key(str(path))
    with pytest.raises(BackupError, match="--sleutel"):
        keys.read_key(None)
