"""A run that says PostgreSQL must be one on PostgreSQL."""

import os

import pytest
from django.db import connection

pytestmark = pytest.mark.databases


def test_the_tests_run_on_the_database_that_was_asked_for():
    expected = os.environ.get("EXPECT_VENDOR", "sqlite")

    assert connection.vendor == expected
