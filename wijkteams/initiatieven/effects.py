"""What initiatives do to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from core.page_cache import ALL, NOTHING, register_effect
from wijkteams.initiatieven import models

# Rows of residents. What a kept page shows of them is dropped by `changed.shown_otherwise`.
UNSEEN = (
    models.AanvraagFoto,
    models.Aanvraagconcept,
    models.Aanvraagstap,
    models.Dienst,
    models.HulpAanbod,
    models.HulpVraag,
    models.Initiatief,
    models.InitiatiefAanvraag,
    models.Initiatiefnemer,
    models.Papierlijst,
    models.Partnerrol,
    models.Samenvoeging,
    models.Stap,
    models.Steun,
    models.Update,
    models.Volger,
    models.Wijziging,
)


def register_effects() -> None:
    """Called when the app is ready."""
    for shown in (models.InitiatiefPage, models.InitiatievenIndexPage, models.WegwijzerPage):
        register_effect(shown, ALL)
    for model in UNSEEN:
        register_effect(model, NOTHING)
