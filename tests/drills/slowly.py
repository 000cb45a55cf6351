"""The site with a gap between looking and writing, as on a machine that is very busy.

With the lock on places it does no harm; the control runs with the same gap and without the lock.
"""

from __future__ import annotations

import time

from config.wsgi import application
from wijkteams.activiteiten.aanmelden import holding

__all__ = ["application"]

PAUSE = 1.0
"Long enough for several others to look too, also when the machine is busy."


def _slowly(this: holding.Held, places: int, *, is_team: bool) -> bool:
    answer = _fits(this, places, is_team=is_team)
    if answer:  # who does not fit writes nothing that could be too much
        time.sleep(PAUSE)
    return answer


_fits = holding.Held.fits
holding.Held.fits = _slowly  # type: ignore[method-assign]
