"""What an import would do to one ward, without doing it. Preview and import share this."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from .dossier import WijkUnit
from .features import Gebied
from .figures import plan_figures
from .merge import field_list, fingerprint, merge
from .state import WijkState
from .steps import Actie, Plan, Soort, Step


def make_plan(unit: WijkUnit, state: WijkState, year: int) -> Plan:
    """Decide for the ward, its buurten and its figures what is to be done."""
    steps: list[Step] = []
    if unit.wijk is not None:
        steps.append(_plan_wijk(unit.wijk, state))
    will_exist = state.wijk is not None or unit.wijk is not None
    steps += [_plan_buurt(buurt, state, will_exist) for buurt in unit.buurten]
    if unit.figures and will_exist:
        steps.append(plan_figures(unit, state, year))
    return Plan(unit.code, state.wijk, steps)


def _plan_wijk(gebied: Gebied, state: WijkState) -> Step:
    step = Step(Soort.WIJK, gebied.code, gebied.name, gebied.code)
    incoming = {
        "name": gebied.name,
        "gemeente": gebied.gemeente,
        "gemeentecode": gebied.gemeentecode,
        "boundary": gebied.boundary,
    }
    wijk = state.wijk
    if wijk is None:
        return _made(step, incoming)
    if state.several_codes:
        step.action = Actie.OVERGESLAGEN
        step.reason = _("Dit gebied is een deel van de wijk %(name)s.") % {"name": wijk.name}
        return step
    current = {name: getattr(wijk, name) for name in incoming}
    return _merged(step, current, wijk.imported, incoming)


def _plan_buurt(gebied: Gebied, state: WijkState, will_exist: bool) -> Step:
    step = Step(Soort.BUURT, gebied.code, gebied.name, gebied.wijkcode)
    incoming = {"name": gebied.name, "boundary": gebied.boundary}
    buurt = state.buurten.get(gebied.code)
    refusal = _buurt_refusal(gebied, state, will_exist)
    if refusal:
        step.action, step.reason = Actie.OVERGESLAGEN, refusal
        return step
    if buurt is None:
        return _made(step, incoming)
    current = {name: getattr(buurt, name) for name in incoming}
    return _merged(step, current, buurt.imported, incoming)


def _buurt_refusal(gebied: Gebied, state: WijkState, will_exist: bool) -> str:
    """Why this buurt is left alone, or nothing."""
    if gebied.code in state.elsewhere:
        name = state.elsewhere[gebied.code].wijk.name
        return _("Deze buurt staat op de site bij de wijk %(name)s.") % {"name": name}
    if not will_exist:
        text = _("De wijk %(code)s staat niet in het bestand en niet op de site.")
        return text % {"code": gebied.wijkcode}
    known = state.wijk.imported.get("buurten", []) if state.wijk else []
    if gebied.code in known and gebied.code not in state.buurten:
        return _("Verwijderd door de redactie.")
    return ""


def _made(step: Step, incoming: dict[str, Any]) -> Step:
    filled = {name: value for name, value in incoming.items() if value not in (None, "")}
    step.action = Actie.GEMAAKT
    step.values = filled
    step.imported = {name: fingerprint(name, value) for name, value in filled.items()}
    step.after = dict(step.imported)
    return step


def _merged(
    step: Step, current: dict[str, Any], imported: dict[str, Any], incoming: dict[str, Any]
) -> Step:
    result = merge(current, imported, incoming)
    step.values, step.imported = result.changed, result.imported
    if result.changed:
        step.action = Actie.GEWIJZIGD
        step.before = {name: current[name] for name in result.changed}
        step.before["imported"] = {
            name: imported[name] for name in result.changed if name in imported
        }
        step.after = {name: fingerprint(name, new) for name, new in result.changed.items()}
        step.reason = _("Nieuw: %(fields)s.") % {"fields": field_list(list(result.changed))}
    elif result.kept:
        step.action = Actie.OVERGESLAGEN
    if result.kept:
        text = _("Door de redactie aangepast: %(fields)s.")
        step.reason = f"{step.reason} {text % {'fields': field_list(result.kept)}}".strip()
    return step
