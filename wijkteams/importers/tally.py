"""The counts of a run while it runs."""

from __future__ import annotations

import logging
from typing import Any

from django.db import DatabaseError
from django.utils import timezone

from wijkteams.models import Importronde

from .apply import Applied
from .limits import MAX_TRANSACTION_SECONDS
from .steps import count_actions

logger = logging.getLogger(__name__)


class Tally:
    """Keeps the counts of a run up to date in its row, so that a screen can follow it."""

    def __init__(self, ronde: Importronde) -> None:
        self.ronde = ronde
        # A run that goes on after a fault goes on counting.
        self.counts: dict[str, Any] = dict(ronde.counts)
        self.longest = self.counts.pop("longest_transaction_ms", 0) / 1000
        self.failed = False

    def add(self, applied: Applied) -> None:
        """Count one ward that was done."""
        for kind, per_action in count_actions(applied.steps).items():
            own = self.counts.setdefault(kind, {})
            for action, count in per_action.items():
                own[action] = own.get(action, 0) + count
        self.failed |= any(step.after.get("failed") for step in applied.steps)
        self.longest = max(self.longest, applied.seconds)
        if applied.seconds > MAX_TRANSACTION_SECONDS:
            logger.warning("A ward of import %s took %.2f s", self.ronde.pk, applied.seconds)
        self.ronde.done += 1
        self._save()

    def stop(self, message: str) -> None:
        """The run ends before its time."""
        self.ronde.status, self.ronde.message = Importronde.Status.DEELS, message
        try:
            self._save("status", "message")
        except DatabaseError:
            logger.exception("The journal of import %s could not be closed", self.ronde.pk)

    def finish(self) -> None:
        """All wards were tried."""
        self.ronde.status = Importronde.Status.DEELS if self.failed else Importronde.Status.KLAAR
        self.ronde.finished_at = timezone.now()
        self.ronde.preview = []
        self._save("status", "finished_at", "preview")

    def _save(self, *fields: str) -> None:
        longest = round(self.longest * 1000)
        self.ronde.counts = {**self.counts, "longest_transaction_ms": longest}
        self.ronde.save(update_fields=["counts", "done", "updated_at", *fields])
