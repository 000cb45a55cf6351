"""What counting tells the rest of the site when it starts."""

from __future__ import annotations

from enquetes.bus.signals import laid_down
from enquetes.models import Enquete
from enquetes.uitslag.counting import count_more


def register_results() -> None:
    """Count answers from the moment they are laid down."""
    laid_down.connect(count_more, sender=Enquete, dispatch_uid="enquetes.uitslag.count")
