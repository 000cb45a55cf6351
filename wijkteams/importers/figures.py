"""What an import would do to the key figures of one ward."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from wijkteams.models import Kerncijfer

from .dossier import WijkUnit
from .kerncijfers import Figures
from .merge import Merge
from .state import WijkState
from .steps import Actie, Soort, Step


def plan_figures(unit: WijkUnit, state: WijkState, year: int) -> Step:
    name = unit.wijk.name if unit.wijk else state.wijk.name if state.wijk else unit.code
    step = Step(Soort.KERNCIJFERS, unit.code, name, unit.code)
    if state.several_codes:
        step.action = Actie.OVERGESLAGEN
        step.reason = _("De cijfers gaan maar over een deel van de wijk.")
        return step
    remembered = state.wijk.imported.get("kerncijfers", {}) if state.wijk else {}
    base = remembered.get(str(year), {})
    result = _merge_figures(unit.figures, state.figures, base)
    step.values, step.imported = result.changed, {str(year): result.imported}
    if result.changed:
        old = {key: state.figures[key].waarde for key in result.changed if key in state.figures}
        step.action = Actie.GEWIJZIGD if state.figures else Actie.GEMAAKT
        step.before = {"figures": plain(old), "imported": base, "year": year}
        step.after = {"figures": plain(result.changed), "year": year}
        step.reason = _("%(count)d cijfers over %(year)d.") % {
            "count": len(result.changed),
            "year": year,
        }
    elif result.kept:
        step.action = Actie.OVERGESLAGEN
    if result.kept:
        text = _("Door de redactie aangepast: %(fields)s.") % {"fields": ", ".join(result.kept)}
        step.reason = f"{step.reason} {text}".strip()
    return step


def _merge_figures(
    incoming: Figures, current: dict[str, Kerncijfer], base: dict[str, str]
) -> Merge:
    """The same rule for figures: a figure that an editor corrected or removed stays so."""
    result = Merge(imported=dict(base))
    for indicator, raw in incoming.items():
        new = raw.quantize(Decimal("0.01"))
        now = current[indicator].waarde if indicator in current else None
        if now == new:
            result.imported[indicator] = str(new)
        elif (now is None and indicator not in base) or str(now) == base.get(indicator):
            result.changed[indicator] = new
            result.imported[indicator] = str(new)
        else:
            result.kept.append(indicator)
    return result


def plain(figures: dict[str, Decimal]) -> dict[str, str]:
    """Figures as the journal keeps them."""
    return {indicator: str(value) for indicator, value in figures.items()}
