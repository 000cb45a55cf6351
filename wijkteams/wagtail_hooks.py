"""What the wards add to the CMS. Registration only: the screens stand in files with their names."""

from __future__ import annotations

from wijkteams import dashboard_hooks, ward_hooks
from wijkteams.importers import hooks as import_hooks

__all__ = ["dashboard_hooks", "import_hooks", "ward_hooks"]
