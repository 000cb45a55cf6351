"""Take an import back: what is still as it was imported goes, what people touched stays."""

from __future__ import annotations

import logging
from collections.abc import Callable
from decimal import Decimal

from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from core.page_cache import drop_all
from wijkteams.models import Buurt, Importregel, Importronde, Kerncijfer, Wijk

from .merge import field_list, fingerprint
from .page_titles import follow_name
from .rounds import Status, claim
from .state import find_wijk
from .steps import Actie, Soort
from .traces import buurt_reason_to_keep, reason_to_keep

logger = logging.getLogger(__name__)


def undo(ronde: Importronde, on_ward: Callable[[str], None] = lambda code: None) -> Importronde:
    """Take a run back, ward by ward; the lines say what was left alone and why."""
    claim(ronde, Status.TERUGDRAAIEN)
    for code in _ward_codes(ronde):
        try:
            _undo_ward(ronde, code)
        except Exception:
            logger.exception("Undo of import %s stopped at %s", ronde.pk, code)
            ronde.status = Status.DEELS
            ronde.message = _("Terugdraaien is gestopt bij %(code)s door een storing.")
            ronde.message %= {"code": code}
            ronde.save(update_fields=["status", "message", "updated_at"])
            raise
        ronde.done += 1
        ronde.save(update_fields=["done", "updated_at"])
        on_ward(code)
    ronde.status, ronde.finished_at = Status.ONGEDAAN, timezone.now()
    ronde.save(update_fields=["status", "finished_at", "updated_at"])
    return ronde


def try_undo(ronde: Importronde) -> list[Importregel]:
    """What an undo would leave alone; nothing is changed."""
    left: list[Importregel] = []
    for code in _ward_codes(ronde):
        with transaction.atomic():
            left += [line for line in _undo_ward(ronde, code) if line.undo_reason]
            transaction.set_rollback(True)
    return left


def left_alone(ronde: Importronde) -> list[Importregel]:
    """The lines that could not be taken back, each with its reason."""
    return list(ronde.regels.exclude(undo_reason="").defer("before", "after"))


def _ward_codes(ronde: Importronde) -> list[str]:
    codes = open_lines(ronde).order_by("wijk_code").values_list("wijk_code", flat=True)
    return list(codes.distinct())


def open_lines(ronde: Importronde) -> QuerySet[Importregel]:
    """The lines of a run that changed something and were not taken back yet."""
    return ronde.regels.filter(action__in=[Actie.GEMAAKT, Actie.GEWIJZIGD], undone_at=None)


def _undo_ward(ronde: Importronde, code: str) -> list[Importregel]:
    with transaction.atomic():
        lines = list(open_lines(ronde).filter(wijk_code=code).order_by("-pk"))
        wijk = find_wijk(code)
        made = next((x for x in lines if x.kind == Soort.WIJK and x.action == Actie.GEMAAKT), None)
        if wijk is None:
            reasons = dict.fromkeys(lines, "")
        elif made is not None:
            reasons = dict.fromkeys(lines, _remove_ward(wijk, made))
        else:
            reasons = {line: _undo_line(wijk, line) for line in lines}
        for line, reason in reasons.items():
            line.undo_reason = reason
            line.undone_at = None if reason else timezone.now()
        Importregel.objects.bulk_update(lines, ["undo_reason", "undone_at"])
        drop_all("an import was undone")
    return lines


def _remove_ward(wijk: Wijk, made: Importregel) -> str:
    reason = reason_to_keep(wijk, made)
    if reason:
        return reason
    try:
        with transaction.atomic():
            for page in list(wijk.pages.all()):
                page.delete()
            wijk.delete()
    except ProtectedError:
        return _("Er hangen al andere gegevens aan deze wijk.")
    return ""


def _undo_line(wijk: Wijk, line: Importregel) -> str:
    if line.kind == Soort.WIJK:
        return _undo_wijk(wijk, line)
    if line.kind == Soort.BUURT:
        return _undo_buurt(wijk, line)
    return _undo_figures(wijk, line)


def _undo_wijk(wijk: Wijk, line: Importregel) -> str:
    old_name = wijk.name
    reason = _restore(wijk, line, "updated_at")
    follow_name(wijk, old_name)
    return reason


def _restore(row: Wijk | Buurt, line: Importregel, *also: str) -> str:
    """Put back the fields that are still as this line left them."""
    kept, restored = [], []
    imported = dict(row.imported)
    for name, value in line.after.items():
        if fingerprint(name, getattr(row, name)) != value:
            kept.append(name)
            continue
        restored.append(name)
        setattr(row, name, line.before[name])
        _put_back(imported, name, line.before["imported"].get(name))
    if restored:
        row.imported = imported
        row.save(update_fields=[*restored, "imported", *also])
    return _("Daarna nog aangepast: %(fields)s.") % {"fields": field_list(kept)} if kept else ""


def _put_back(imported: dict[str, str], name: str, value: str | None) -> None:
    imported.pop(name, None)
    if value is not None:
        imported[name] = value


def _undo_buurt(wijk: Wijk, line: Importregel) -> str:
    buurt = Buurt.objects.filter(code=line.code).first()
    if buurt is None:
        return ""
    if line.action == Actie.GEWIJZIGD:
        return _restore(buurt, line)
    reason = buurt_reason_to_keep(buurt)
    if not reason:
        buurt.delete()
        known = [code for code in wijk.imported.get("buurten", []) if code != line.code]
        _remember(wijk, "buurten", known)
    return reason


def _undo_figures(wijk: Wijk, line: Importregel) -> str:
    year = line.after["year"]
    before, kept = line.before["figures"] if line.before else {}, []
    remembered = dict(wijk.imported.get("kerncijfers", {}))
    base = dict(remembered.get(str(year), {}))
    for indicator, value in line.after["figures"].items():
        figure = Kerncijfer.objects.filter(wijk=wijk, jaar=year, indicator=indicator).first()
        if figure is None or figure.waarde != Decimal(value):
            kept.append(indicator)
            continue
        _put_back(base, indicator, line.before["imported"].get(indicator))
        if indicator in before:
            Kerncijfer.objects.filter(pk=figure.pk).update(waarde=Decimal(before[indicator]))
        else:
            figure.delete()
    _remember(wijk, "kerncijfers", {**remembered, str(year): base})
    return _("Daarna nog aangepast: %(fields)s.") % {"fields": ", ".join(kept)} if kept else ""


def _remember(wijk: Wijk, key: str, value: object) -> None:
    wijk.imported = {**wijk.imported, key: value}
    Wijk.objects.filter(pk=wijk.pk).update(imported=wijk.imported)
