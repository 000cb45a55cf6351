"""A database of before: its pages get their rows when it is brought up to date."""

from __future__ import annotations

from typing import Any

from core.serving.prepare import unapplied_migrations
from wijkteams.models import Vermelding


def fill_after_migrate(plan: Any = None, **kwargs: Any) -> None:
    """After each update of the database; by then all tables are what the program expects.

    No migration can do this: it would read pages with models that are newer than their tables.
    """
    from wijkteams.vermeldingen.rebuild import rebuild

    if plan is None:  # the tables were emptied, not brought up to date
        return
    if (plan or not Vermelding.objects.exists()) and not unapplied_migrations():
        rebuild()
