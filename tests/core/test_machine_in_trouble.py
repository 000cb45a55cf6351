"""A full or read-only disk is told as what it is: 503, come back soon (R-36)."""

from __future__ import annotations

import errno
from unittest.mock import patch

import pytest
from django.db import InternalError, connection
from django.test import Client

from core import errors
from home.models import HomePage


@pytest.fixture
def visitor() -> Client:
    client = Client()
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO])
def test_disk_in_trouble_is_no_fault_of_the_code(
    hub: HomePage, visitor: Client, number: int
) -> None:
    with patch.object(HomePage, "serve", side_effect=OSError(number, "schijf")):
        response = visitor.get("/")

    assert response.status_code == 503
    assert int(response["Retry-After"]) > 0
    assert "no-store" in response["Cache-Control"]


def test_another_fault_stays_a_fault(hub: HomePage, visitor: Client) -> None:
    """Control: not everything is called passing."""
    with patch.object(HomePage, "serve", side_effect=FileNotFoundError(errno.ENOENT, "weg")):
        assert visitor.get("/").status_code == 500


def test_database_that_may_only_be_read(db: None) -> None:
    class ReadOnlyError(Exception):
        sqlstate = "25006"

    error = InternalError("cannot execute INSERT in a read-only transaction")
    assert not errors._passes(error)
    error.__cause__ = ReadOnlyError()
    assert errors._passes(error)


def test_health_tells_of_a_database_that_may_only_be_read(db: None, client: Client) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's own file is tried by `make drills`")
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")

    response = client.get("/healthz")

    assert response.status_code == 503
    assert "alleen te lezen" in response.content.decode()
