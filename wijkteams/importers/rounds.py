"""Runs of the importer: begin, go on, finish. The door for command, screens and task."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.models import Importronde

from .apply import Applied, apply_unit, write_journal
from .dossier import Dossier, WijkUnit
from .palettes import assign_palettes
from .plan import make_plan
from .reading import Source
from .state import read_state
from .steps import Actie, Soort, Step
from .tally import Tally

logger = logging.getLogger(__name__)
Status = Importronde.Status
# A run shows a sign of life after each ward; after so long without one it has died.
SILENCE = timedelta(seconds=90)


BUSY = gettext_lazy(
    "Er loopt al een import, of hij is net afgebroken. Probeer het over twee minuten weer."
)


class ImportBusyError(Exception):
    """Another run is at work; two at once would get in each other's way."""


def preview(dossier: Dossier) -> list[Step]:
    """Everything the import would do, without doing anything."""
    steps: list[Step] = []
    for unit in dossier.units:
        steps += make_plan(unit, read_state(unit, dossier.year), dossier.year).steps
    return steps


def create_ronde(
    dossier: Dossier, sources: Sequence[Source], *, arguments: dict[str, Any], **fields: Any
) -> Importronde:
    """A new line in the list of imports, not yet carried out."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.data)
    return Importronde.objects.create(
        file_name=sources[0].name[:255],
        sha256=digest.hexdigest(),
        arguments=arguments,
        warnings=dossier.warnings,
        total=len(dossier.units),
        **fields,
    )


def claim(ronde: Importronde, status: str) -> None:
    """Take the one place for a run; a run that died gives up its place."""
    with transaction.atomic():
        running = Importronde.objects.select_for_update().filter(
            status__in=[Status.BEZIG, Status.TERUGDRAAIEN]
        )
        for other in running.exclude(pk=ronde.pk):
            if other.updated_at > timezone.now() - SILENCE:
                raise ImportBusyError
            other.status, other.message = Status.DEELS, _("Deze import is onverwacht gestopt.")
            other.save(update_fields=["status", "message", "updated_at"])
        ronde.status, ronde.message, ronde.done = status, "", 0
        ronde.save(update_fields=["status", "message", "done", "updated_at"])


def run(
    ronde: Importronde, dossier: Dossier, on_ward: Callable[[str], None] = lambda code: None
) -> Importronde:
    """Carry out a run, ward by ward. Whatever happens, the journal says how far it came."""
    claim(ronde, Status.BEZIG)
    palettes = assign_palettes(dossier.units)
    tally = Tally(ronde)
    for unit in _left_to_do(ronde, dossier):
        try:
            applied = _apply(ronde, unit, dossier.year, palettes)
        except Exception:
            logger.exception("Import %s stopped at %s", ronde.pk, unit.code)
            tally.stop(_("Gestopt bij %(code)s door een storing.") % {"code": unit.code})
            raise
        tally.add(applied)
        on_ward(unit.code)
    tally.finish()
    return ronde


def _left_to_do(ronde: Importronde, dossier: Dossier) -> list[WijkUnit]:
    """A run that goes on after a fault skips the wards that were already done."""
    ronde.regels.filter(after__failed=True).delete()
    finished = set(ronde.regels.values_list("wijk_code", flat=True))
    ronde.done = len(finished)
    return [unit for unit in dossier.units if unit.code not in finished]


def _apply(ronde: Importronde, unit: WijkUnit, year: int, palettes: dict[str, str]) -> Applied:
    """One ward; if it cannot be written, it is left out whole and the rest goes on."""
    try:
        return apply_unit(ronde, unit, year=year, palette=palettes.get(unit.code, ""))
    except (ValidationError, IntegrityError) as error:
        logger.warning("Import %s left out %s: %s", ronde.pk, unit.code, error)
        return _left_out(ronde, unit, error)


def _left_out(ronde: Importronde, unit: WijkUnit, error: Exception) -> Applied:
    texts = error.messages if isinstance(error, ValidationError) else []
    step = Step(Soort.WIJK, unit.code, unit.wijk.name if unit.wijk else "", unit.code)
    step.action = Actie.OVERGESLAGEN
    step.reason = _("Niet gelukt: %(why)s") % {
        "why": " ".join(texts) or _("de gegevens passen niet bij wat er op de site staat.")
    }
    step.after = {"failed": True}
    write_journal(ronde, [step])
    return Applied([step], 0.0)


def is_silent(ronde: Importronde) -> bool:
    """Whether a run that should be at work has not been heard of for a while."""
    return ronde.is_running and ronde.updated_at < timezone.now() - SILENCE


def running() -> Q:
    """Runs that have files that are still needed."""
    return Q(status__in=[Status.WACHT, Status.BEZIG, Status.TERUGDRAAIEN])
