"""Who may see and change the rows of signals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from wijkteams.permissions.rows import WijkRowPolicy

if TYPE_CHECKING:
    from django.db.models import Model


class OfSignaalPolicy(WijkRowPolicy):
    """Rows that hang on a signal: who follows up signals of that ward."""

    wijk_lookup = "signaal__wijk_id"

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {"signaal.change"}

    def wijk_id_of(self, instance: Model) -> int | None:
        row: Any = instance
        wijk_id: int = row.signaal.wijk_id
        return wijk_id


class DossierPolicy(WijkRowPolicy):
    """Of a dossier: who may take signals along in that ward."""

    def _actions(self, actions: Iterable[str]) -> set[str]:
        return {"signaal.export"}


def register_policies() -> None:
    """Called when the app is ready."""
    from wagtail.permissions import register_permission_policy

    from wijkteams.signalen import models

    for model in (models.Signaal, models.Categorie, models.Open311Sleutel, models.Attendering):
        register_permission_policy(model, WijkRowPolicy(model), exact_class=True)
    dossiers = DossierPolicy(models.Signaaldossier)
    register_permission_policy(models.Signaaldossier, dossiers, exact_class=True)
    policy = OfSignaalPolicy(models.Doorzending)
    register_permission_policy(models.Doorzending, policy, exact_class=True)
