"""Whether the place to restore to is empty."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection


def has_people() -> bool:
    """A site without accounts is nobody's yet. A database that cannot be read is not empty."""
    table = get_user_model()._meta.db_table
    if table not in connection.introspection.table_names():
        return False
    try:
        return get_user_model()._default_manager.exists()
    except DatabaseError:
        return True
