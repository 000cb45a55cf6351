"""What only one kind of activity has: the points of an evening, the stops of a walk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wijkteams.activiteiten.models.choices import Soort
from wijkteams.ground import ground_of

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import ActiviteitPage


def kind_context(page: ActiviteitPage) -> dict[str, Any]:
    """The parts of this kind; empty for the others."""
    if page.soort == Soort.BEWONERSAVOND:
        return {"points": _of(page, "punt"), "minutes": _of(page, "notulen")}
    if page.soort == Soort.WIJKSCHOUW:
        return _walk(page)
    return {"is_inloop": page.soort == Soort.INLOOP}


def _of(page: ActiviteitPage, name: str) -> list[Any]:
    return [block.value for block in page.stukken if block.block_type == name]


def _walk(page: ActiviteitPage) -> dict[str, Any]:
    """The stops, and the way between them on the outline of the ward."""
    stops = [block.value for block in page.looproute]
    known = [stop for stop in stops if None not in (stop["latitude"], stop["longitude"])]
    ground = ground_of(page.wijk) if page.wijk and known else None
    dots = []
    for number, stop in enumerate(stops, 1):
        if ground is None or stop not in known:
            continue
        spot = ground.dot(stop["latitude"], stop["longitude"])
        if spot is not None:
            dots.append({"number": number, "x": spot[0], "y": spot[1]})
    return {
        "stops": stops,
        "sketch": {"ground": ground, "dots": dots} if dots else None,
        "path": " ".join(f"{dot['x']},{dot['y']}" for dot in dots) if len(dots) > 1 else "",
    }
