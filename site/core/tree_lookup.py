"""Branches of the page tree, found by the index on the path.

Wagtail and treebeard ask for what lies under a page by the beginning of its path. SQLite reads the
whole table for that: 17 ms a question at 50,000 pages, and a screen of the CMS asks a few.
"""

from __future__ import annotations

from typing import Any

from django.db.models.lookups import StartsWith
from wagtail.models import Page


class BranchLookup(StartsWith):
    """`path__startswith`, on SQLite as a range; elsewhere the index knows beginnings itself."""

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        if not isinstance(self.rhs, str) or not self.rhs:
            sql, params = super().as_sql(compiler, connection)
            return sql, tuple(params)
        left, params = self.process_lhs(compiler, connection)
        after = self.rhs[:-1] + chr(ord(self.rhs[-1]) + 1)
        return f"({left} >= %s AND {left} < %s)", (*params, self.rhs, *params, after)


def use_ranges() -> None:
    """Let every question about the tree be asked this way."""
    Page._meta.get_field("path").register_lookup(BranchLookup, "startswith")
