"""Do what the plan for one ward says, and write it down, in one short transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from core.page_cache import drop_all
from wijkteams import services
from wijkteams.models import Buurt, Gebiedscode, Importregel, Importronde, Kerncijfer, Wijk

from .dossier import WijkUnit
from .page_titles import follow_name
from .plan import make_plan
from .state import read_state
from .steps import Actie, Plan, Soort, Step
from .traces import traces_of

SOURCE = "CBS, Kerncijfers wijken en buurten"


@dataclass(frozen=True)
class Applied:
    """What was done for one ward, and how long it kept the database."""

    steps: list[Step]
    seconds: float


def apply_unit(ronde: Importronde, unit: WijkUnit, *, year: int, palette: str) -> Applied:
    """Bring one ward up to date with the files; all of it or nothing."""
    prepare(unit)
    with transaction.atomic():
        started = perf_counter()
        plan = make_plan(unit, read_state(unit, year), year)
        wijk = plan.wijk
        for step in plan.of_kind(Soort.WIJK):
            wijk = _write_wijk(wijk, step, palette, ronde)
        if wijk is not None:
            _write_buurten(wijk, plan.of_kind(Soort.BUURT))
            for step in plan.of_kind(Soort.KERNCIJFERS):
                _write_figures(wijk, step, year)
            _remember(wijk, plan)
        write_journal(ronde, plan.steps)
        drop_all("wards were imported")
    return Applied(plan.steps, perf_counter() - started)


def prepare(unit: WijkUnit) -> None:
    """Work out the boundaries before the transaction, not in it."""
    for gebied in [unit.wijk, *unit.buurten]:
        if gebied is not None:
            _ = gebied.boundary


def write_journal(ronde: Importronde, steps: Sequence[Step]) -> None:
    """One line per object, also for what was left alone."""
    Importregel.objects.bulk_create(
        Importregel(
            ronde=ronde,
            kind=step.kind,
            code=step.code,
            name=step.name,
            wijk_code=step.wijk_code,
            action=step.action,
            reason=step.reason,
            before=step.before,
            after=step.after,
        )
        for step in steps
    )


def _write_wijk(wijk: Wijk | None, step: Step, palette: str, ronde: Importronde) -> Wijk | None:
    if step.action == Actie.GEMAAKT:
        wijk = services.open_ward(
            code=step.code, palette=palette, opened_by=ronde.created_by, **step.values
        )
        Gebiedscode.objects.get_or_create(code=step.code, defaults={"wijk": wijk})
        step.after.update(traces_of(wijk))
    elif wijk is not None and step.action == Actie.GEWIJZIGD:
        old_name = wijk.name
        _set(wijk, step.values, "updated_at")
        follow_name(wijk, old_name)
    return wijk


def _set(row: Wijk | Buurt, values: dict[str, Any], *also: str) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=[*values, *also])


def _write_buurten(wijk: Wijk, steps: Sequence[Step]) -> None:
    taken = set(wijk.buurten.values_list("slug", flat=True))
    fresh = []
    for step in steps:
        if step.action == Actie.GEMAAKT:
            slug = _buurt_slug(step, taken)
            fresh.append(
                Buurt(wijk=wijk, code=step.code, slug=slug, imported=step.imported, **step.values)
            )
    Buurt.objects.bulk_create(fresh)
    codes = [step.code for step in steps if step.action != Actie.GEMAAKT]
    there = {buurt.code: buurt for buurt in wijk.buurten.filter(code__in=codes)}
    for step in steps:
        buurt = there.get(step.code)
        if buurt is None:
            continue
        if step.action == Actie.GEWIJZIGD:
            _set(buurt, step.values)
        if step.imported and step.imported != buurt.imported:
            Buurt.objects.filter(pk=buurt.pk).update(imported=step.imported)


def _buurt_slug(step: Step, taken: set[str]) -> str:
    base = slugify(step.values["name"])[:50].strip("-") or step.code.lower()
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    taken.add(slug)
    return slug


def _write_figures(wijk: Wijk, step: Step, year: int) -> None:
    if not step.writes:
        return
    source = {"jaar": year, "bron": SOURCE}
    there = {figure.indicator: figure for figure in wijk.kerncijfers.filter(jaar=year)}
    Kerncijfer.objects.bulk_create(
        Kerncijfer(wijk=wijk, indicator=indicator, waarde=value, **source)
        for indicator, value in step.values.items()
        if indicator not in there
    )
    for indicator, value in step.values.items():
        if indicator in there:
            Kerncijfer.objects.filter(pk=there[indicator].pk).update(waarde=value, bron=SOURCE)


def _remember(wijk: Wijk, plan: Plan) -> None:
    """Keep what was imported, for the three-way merge of the next time."""
    imported = dict(wijk.imported)
    for step in plan.of_kind(Soort.WIJK):
        imported.update(step.imported)
    for step in plan.of_kind(Soort.KERNCIJFERS):
        if step.imported:
            imported["kerncijfers"] = {**imported.get("kerncijfers", {}), **step.imported}
    buurten = {step.code for step in plan.of_kind(Soort.BUURT) if step.imported}
    if buurten:
        imported["buurten"] = sorted(buurten.union(imported.get("buurten", [])))
    if imported != wijk.imported:
        # No save(): remembering is no change of the ward.
        Wijk.objects.filter(pk=wijk.pk).update(imported=imported)
