"""Importing and taking back in the worker, so that no request waits for it."""

from __future__ import annotations

from django_tasks import task

from wijkteams.models import Importronde

from .problems import InvalidImportError
from .rounds import BUSY, ImportBusyError, Status, run
from .undo import undo
from .uploads import purge_import_files, read_again


@task()
def run_import(ronde_pk: int) -> None:
    """Carry out a confirmed run. Comes a second time for the same run: does nothing."""
    ronde = Importronde.objects.filter(pk=ronde_pk, status=Status.WACHT).first()
    if ronde is None:
        return
    try:
        run(ronde, read_again(ronde))
    except ImportBusyError:
        _set_aside(ronde, str(BUSY))
    except InvalidImportError as refusal:
        _set_aside(ronde, " ".join(refusal.lines()[:3]))


@task()
def undo_import(ronde_pk: int) -> None:
    """Take a run back."""
    ronde = Importronde.objects.filter(pk=ronde_pk, status=Status.TERUGDRAAIEN).first()
    if ronde is None:
        return
    try:
        undo(ronde)
    except ImportBusyError:
        _set_aside(ronde, str(BUSY))


@task()
def clear_import_files() -> int:
    """Remove uploaded files that are no longer needed."""
    return purge_import_files()


def _set_aside(ronde: Importronde, message: str) -> None:
    """The run did not happen (or not now); it can be tried again."""
    untouched = not ronde.regels.exists()
    ronde.status = Status.VOORBEELD if untouched else Status.DEELS
    ronde.message = message
    ronde.save(update_fields=["status", "message", "updated_at"])
