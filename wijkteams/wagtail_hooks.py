"""What the wards add to the CMS. Registration only: the screens stand in files with their names."""

from __future__ import annotations

from wijkteams import dashboard_hooks, guard_hooks, second_factor_hooks, ward_hooks
from wijkteams.importers import hooks as import_hooks
from wijkteams.organisaties import hooks as partner_hooks
from wijkteams.personen import hooks as person_hooks
from wijkteams.taken import hooks as task_hooks

__all__ = [
    "dashboard_hooks",
    "guard_hooks",
    "import_hooks",
    "partner_hooks",
    "person_hooks",
    "second_factor_hooks",
    "task_hooks",
    "ward_hooks",
]
