"""How often one address may do something (rule R-40). A library is one address for many people."""

from __future__ import annotations

from core.security.throttle import Throttle

HOUR = 3600
OFFERED = Throttle("hulp", limit=60, seconds=HOUR)
