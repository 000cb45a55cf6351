"""What paper tells the rest of the site when it starts."""

from __future__ import annotations

from core.scheduler import register_job
from enquetes.papier import events


def register_paper() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from enquetes.models import Formulierdruk, Papierinvoer, Papierstapel
    from enquetes.papier.access import PaperPolicy
    from enquetes.papier.making import purge_druk

    for model in (Formulierdruk, Papierinvoer, Papierstapel):
        register_permission_policy(model, PaperPolicy(model), exact_class=True)
    events.connect()
    register_job("purge_formulierdruk", {"hour": 3, "minute": 45}, purge_druk)
