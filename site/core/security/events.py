"""Events that whoever guards the site wants to see, each with facts and never with names."""

from __future__ import annotations

import logging
from typing import Any

logger = logging.getLogger("wijkplein.veiligheid")

DENIED, LOCKED = "geweigerd", "op slot"
EXPORTED, ERASED = "uitgevoerd", "gewist"
RIGHTS = "rechten veranderd"


def tell(event: str, **facts: Any) -> None:
    """A line in the log. People are numbers of accounts; no addresses, no texts."""
    logger.info(event, extra={"facts": facts})
