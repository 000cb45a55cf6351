"""From an upload to a preview, from a preview to a run: what the screens of the CMS do."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkteams.models import Importronde

from .dossier import Dossier, build_dossier
from .reading import Source, read_kept
from .rounds import Status, create_ronde, is_silent, preview
from .steps import count_actions

if TYPE_CHECKING:
    from accounts.models import User

KEEP_FILES = timedelta(days=7)
FIELDS = {"wijken": "wijken_file", "buurten": "buurten_file", "kerncijfers": "kerncijfers_file"}


class NotNowError(Exception):
    """This cannot be done with a run in this state."""


def keep_preview(
    sources: dict[str, Source], dossier: Dossier, *, gemeente: str, user: User
) -> Importronde:
    """Keep checked files with what importing them would do. Nothing is imported yet."""
    steps = preview(dossier)
    lines = [
        {
            "kind": step.kind,
            "code": step.code,
            "name": step.name,
            "action": step.action,
            "reason": step.reason,
        }
        for step in steps
    ]
    names = {key: source.name for key, source in sources.items()}
    return create_ronde(
        dossier,
        list(sources.values()),
        arguments={"gemeente": gemeente, "jaar": dossier.year, "via": "beheer", "files": names},
        status=Status.VOORBEELD,
        created_by=user,
        preview=lines,
        counts=count_actions(steps),
        **{FIELDS[key]: ContentFile(source.data, uuid4().hex) for key, source in sources.items()},
    )


def read_again(ronde: Importronde) -> Dossier:
    """The kept files, checked anew: a task trusts no earlier request."""
    names = ronde.arguments.get("files", {})
    sources = {
        key: read_kept(getattr(ronde, field), names.get(key, key))
        for key, field in FIELDS.items()
        if getattr(ronde, field)
    }
    areas = [sources[key] for key in ("wijken", "buurten") if key in sources]
    return build_dossier(
        areas,
        sources.get("kerncijfers"),
        gemeente=ronde.arguments.get("gemeente", ""),
        year=ronde.arguments.get("jaar", 0),
    )


@transaction.atomic
def confirm(ronde_pk: int) -> None:
    """Let the worker carry out a preview, or go on with a run that stopped."""
    from .tasks import run_import

    ronde = Importronde.objects.select_for_update().get(pk=ronde_pk)
    if ronde.status != Status.VOORBEELD and not can_go_on(ronde):
        raise NotNowError
    fresh = ronde.status == Status.VOORBEELD
    ronde.status, ronde.message = Status.WACHT, ""
    if fresh:
        ronde.counts = {}
    ronde.save(update_fields=["status", "message", "counts", "updated_at"])
    run_import.enqueue(ronde.pk)


@transaction.atomic
def take_back(ronde_pk: int) -> None:
    """Let the worker take a run back."""
    from .tasks import undo_import

    ronde = Importronde.objects.select_for_update().get(pk=ronde_pk)
    stuck = ronde.status == Status.TERUGDRAAIEN and is_silent(ronde)
    if not (ronde.can_be_undone or stuck):
        raise NotNowError
    ronde.status, ronde.message = Status.TERUGDRAAIEN, ""
    ronde.save(update_fields=["status", "message", "updated_at"])
    undo_import.enqueue(ronde.pk)


def can_go_on(ronde: Importronde) -> bool:
    """Whether a run stopped half-way and its files are still there."""
    stopped = ronde.status == Status.DEELS or (
        ronde.status in {Status.WACHT, Status.BEZIG} and is_silent(ronde)
    )
    return stopped and bool(ronde.wijken_file) and not ronde.regels.exclude(undone_at=None).exists()


def drop(ronde_pk: int) -> None:
    """Throw away a preview and its files."""
    with transaction.atomic():
        ronde = Importronde.objects.select_for_update().get(pk=ronde_pk)
        if ronde.status != Status.VOORBEELD:
            raise NotNowError
        ronde.delete()
    _delete_files(ronde)


def purge_import_files(now: datetime | None = None) -> int:
    """Remove uploaded files a week after the import, and previews nobody confirmed.

    For the scheduler. Returns the number of runs that were cleared.
    """
    before = (now or timezone.now()) - KEEP_FILES
    old = Importronde.objects.filter(updated_at__lt=before).exclude(wijken_file="")
    count = 0
    for ronde in old.exclude(status__in=[Status.BEZIG, Status.TERUGDRAAIEN]).defer("preview"):
        _delete_files(ronde)
        if ronde.status == Status.VOORBEELD:
            ronde.delete()
        else:
            _forget_files(ronde)
        count += 1
    return count


def _delete_files(ronde: Importronde) -> None:
    for field in FIELDS.values():
        file = getattr(ronde, field)
        if file:
            file.storage.delete(file.name)


def _forget_files(ronde: Importronde) -> None:
    emptied = dict.fromkeys(FIELDS.values(), "")
    if ronde.status == Status.WACHT:
        emptied |= {"status": Status.DEELS, "message": _("De import is nooit uitgevoerd.")}
    Importronde.objects.filter(pk=ronde.pk).update(**emptied)
