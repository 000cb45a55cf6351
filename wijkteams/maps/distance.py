"""How far two places in one city are apart; on that scale the earth is flat."""

from __future__ import annotations

import math

METRES_PER_DEGREE = 111_320.0


def metres(latitude: float, longitude: float, to_latitude: float, to_longitude: float) -> float:
    """As the crow flies."""
    down = (to_latitude - latitude) * METRES_PER_DEGREE
    squeeze = math.cos(math.radians((latitude + to_latitude) / 2))
    across = (to_longitude - longitude) * METRES_PER_DEGREE * squeeze
    return math.hypot(down, across)
